package org.image2ai.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.image2ai.api.privacy.Visits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what a browser says about tracking and sale (<a href="https://w3c.github.io/gpc/">Global Privacy Control</a>,
 * <a href="https://www.w3.org/TR/tracking-dnt/">Do Not Track</a>), and answers it: {@code Tk: N}, not tracking.
 */
final class PrivacySignals implements ContainerRequestFilter, ContainerResponseFilter {
    static final String ANSWER = "Tk";
    private static final Logger LOG = LoggerFactory.getLogger(PrivacySignals.class);
    private static final List<String> SIGNALS = List.of("Sec-GPC", "DNT");

    private final Supplier<Optional<Visits>> visits;

    PrivacySignals(Supplier<Optional<Visits>> visits) {
        this.visits = visits;
    }

    private static Optional<String> signal(ContainerRequestContext request) {
        return SIGNALS.stream()
                .filter(header -> "1".equals(request.getHeaderString(header)))
                .findFirst();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Guard.caller(JAXRSUtils.getCurrentMessage().getExchange())
                .ifPresent(identity -> visits.get().ifPresent(live -> {
                    try {
                        live.seen(identity.account(), signal(request));
                    } catch (RuntimeException e) {
                        // The next request says it again; this one is not the worse for it.
                        LOG.warn("A visit could not be written down.", e);
                    }
                }));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (signal(request).isPresent()) {
            response.getHeaders().putSingle(ANSWER, "N");
        }
    }
}
