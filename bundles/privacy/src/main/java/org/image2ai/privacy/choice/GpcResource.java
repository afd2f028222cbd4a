package org.image2ai.privacy.choice;

import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * Says that the signal Global Privacy Control is honoured (<a href="https://w3c.github.io/gpc/#gpc-support-resource">the
 * GPC support resource</a>).
 */
@Component(service = GpcResource.class)
@JaxrsResource
@Path("/.well-known/gpc.json")
@Produces("application/json")
@Public
public final class GpcResource {
    /** Since when it is so. */
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 25);

    /** That it is honoured. */
    public record Support(boolean gpc, LocalDate lastUpdate) {}

    /** That it is honoured. */
    @GET
    public Support get() {
        return new Support(true, SINCE);
    }
}
