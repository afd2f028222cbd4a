package org.image2ai.admin;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Health, for supervisors and load balancers. */
@Component(service = HealthResource.class)
@JaxrsResource
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Public
public final class HealthResource {
    private final Readiness readiness;

    @Activate
    public HealthResource(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    /**
     * How the server is.
     *
     * @param status in a word
     * @param missing what it needs to be ready
     * @param notices what somebody must look after all the same
     */
    public record Health(String status, List<String> missing, List<String> notices) {}

    /** Whether the process answers. */
    @GET
    @Path("live")
    public Health live() {
        return new Health("up", List.of(), List.of());
    }

    /** Whether the server can do its work; 503 with what is missing where it cannot. */
    @GET
    @Path("ready")
    @Answers(
            value = Health.class,
            status = {200, 503})
    public Response ready() {
        List<String> missing = readiness.missing();
        List<String> notices = readiness.notices();
        return missing.isEmpty()
                ? Response.ok(new Health("ready", missing, notices)).build()
                : Response.status(503)
                        .entity(new Health("not ready", missing, notices))
                        .build();
    }
}
