package org.image2ai.admin;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The measures, in Prometheus' text format; they name no person. */
@Component(service = MetricsResource.class)
@JaxrsResource
@Path("/metrics")
@Public
public final class MetricsResource {
    private final PrometheusMeterRegistry registry;

    @Activate
    public MetricsResource(@Reference PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** All measures now. */
    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    public String scrape() {
        return registry.scrape();
    }
}
