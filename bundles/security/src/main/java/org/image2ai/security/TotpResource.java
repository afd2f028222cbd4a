package org.image2ai.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The caller's second factor. */
@Component(service = TotpResource.class, configurationPid = "org.image2ai.security")
@JaxrsResource
@Path("/api/v1/me/totp")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TotpResource {
    private final Accounts accounts;
    private final TotpService totp;
    private final SessionService sessions;
    private final String issuer;

    @Activate
    public TotpResource(
            SecurityConfig config,
            @Reference Accounts accounts,
            @Reference TotpService totp,
            @Reference SessionService sessions) {
        this.accounts = accounts;
        this.totp = totp;
        this.sessions = sessions;
        this.issuer = config.totpIssuer();
    }

    /** A code of the app, or one for recovery. */
    public record CodeBody(String code) {}

    /** What an app needs to know. */
    public record SetUp(String secret, String uri) {
        @Override
        public String toString() {
            return "SetUp";
        }
    }

    /** Codes for the day that the app is lost; each is good once. */
    public record RecoveryCodes(List<String> recoveryCodes) {}

    /** Begins a second factor; it asks for nothing before it is confirmed. */
    @POST
    @Permission("two-factor:create")
    @Answers(value = SetUp.class, status = 201)
    public Response begin(@Context Identity caller) {
        Account account = accounts.find(caller.account())
                .orElseThrow(() ->
                        PlatformException.notFound("account", caller.account().value()));
        String secret = totp.begin(account.id());
        String uri = "otpauth://totp/" + encoded(issuer) + ":" + encoded(account.email()) + "?secret=" + secret
                + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
        return Response.status(201).entity(new SetUp(secret, uri)).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Confirms it with its first code. */
    @POST
    @Path("confirm")
    @Permission("two-factor:create")
    public RecoveryCodes confirm(CodeBody body, @Context Identity caller) {
        List<String> codes = totp.confirm(caller.account(), code(body));
        caller.session().ifPresent(sessions::secondFactor);
        return new RecoveryCodes(codes);
    }

    /** Removes it. */
    @DELETE
    @Permission("two-factor:delete")
    public void remove(CodeBody body, @Context Identity caller) {
        totp.remove(caller.account(), code(body));
    }

    private static String code(CodeBody body) {
        return Bodies.required("code", Bodies.required("body", body).code());
    }
}
