package org.image2ai.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;
import org.image2ai.api.security.Authenticator;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Credentials;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.image2ai.api.security.Public;

/** Lets a request through to its method when the method is public, or the caller is known and permitted. */
final class Guard implements ContainerRequestFilter {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String IDENTITY = Identity.class.getName();

    private final Supplier<Optional<Authenticator>> authenticator;

    @Context
    private ResourceInfo resource;

    Guard(Supplier<Optional<Authenticator>> authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> permission = permission();
        if (permission.isEmpty()) {
            return;
        }
        Authenticator live = authenticator.get().orElseThrow(Guard::starting);
        Message message = JAXRSUtils.getCurrentMessage();
        HttpServletRequest http = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Identity identity = live.authenticate(credentials(request, http))
                .orElseThrow(() -> PlatformException.unauthenticated("Send an API key: Authorization: Bearer i2a_…"));
        identity.require(permission.get());
        message.getExchange().put(IDENTITY, identity);
    }

    static PlatformException starting() {
        return PlatformException.exhausted("starting", "The service is starting.", true)
                .retryAfter(Duration.ofSeconds(2));
    }

    private static Credentials credentials(ContainerRequestContext request, HttpServletRequest http) {
        return new Credentials(
                Optional.ofNullable(request.getHeaderString("Authorization")),
                cookies(http),
                Optional.ofNullable(request.getHeaderString("X-CSRF-Token")),
                request.getMethod(),
                http.getRemoteAddr());
    }

    /** As the servlet container reads them: JAX-RS refuses all for one that is malformed, though it be a stranger's. */
    private static Map<String, String> cookies(HttpServletRequest http) {
        Map<String, String> cookies = new HashMap<>();
        for (Cookie cookie : Objects.requireNonNullElse(http.getCookies(), new Cookie[0])) {
            cookies.putIfAbsent(cookie.getName(), Objects.requireNonNullElse(cookie.getValue(), ""));
        }
        return cookies;
    }

    /** From where a message came. */
    static ClientInfo client(Message message) {
        HttpServletRequest http = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        String agent = Objects.requireNonNullElse(http.getHeader("User-Agent"), "");
        return new ClientInfo(http.getRemoteAddr(), agent, http.isSecure(), cookies(http));
    }

    /** The permission that the method needs; empty for a public one. Neither is a mistake of ours: nobody may. */
    private Optional<String> permission() {
        Permission needed = resource.getResourceMethod().getAnnotation(Permission.class);
        if (needed == null) {
            if (resource.getResourceMethod().isAnnotationPresent(Public.class)
                    || resource.getResourceClass().isAnnotationPresent(Public.class)) {
                return Optional.empty();
            }
            needed = resource.getResourceClass().getAnnotation(Permission.class);
        }
        if (needed == null) {
            throw PlatformException.denied("forbidden", "Nobody is permitted to do this.");
        }
        return Optional.of(needed.value());
    }

    /** The caller of a request, if it has one. */
    static Optional<Identity> caller(Exchange exchange) {
        return Optional.ofNullable((Identity) exchange.get(IDENTITY));
    }

    /** The caller of the request that a message carries. */
    static Identity identity(Message message) {
        return caller(message.getExchange())
                .orElseThrow(() -> PlatformException.unauthenticated("This needs a known caller."));
    }

    /** The call that a message carries. */
    static CallContext call(Message message) {
        return new CallContext(
                identity(message).account(),
                new RequestId(RequestIds.current()),
                Purpose.SERVICE,
                Instant.now().plus(PATIENCE));
    }
}
