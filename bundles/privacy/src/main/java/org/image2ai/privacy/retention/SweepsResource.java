package org.image2ai.privacy.retention;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Sweeps of what is older than it may be, for officers. */
@Component(service = SweepsResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy/sweeps")
@Produces("application/json")
public final class SweepsResource {
    private static final int SHOWN = 100;

    private final Sweeper sweeper;
    private final RetentionRows rows;

    @Activate
    public SweepsResource(@Reference Sweeper sweeper, @Reference RetentionRows rows) {
        this.sweeper = sweeper;
        this.rows = rows;
    }

    /**
     * A sweep to be made.
     *
     * @param dryRun whether nothing is removed; so where absent
     */
    public record SweepBody(Optional<Boolean> dryRun) {}

    /** The reports of the newest sweeps. */
    @GET
    @Permission("admin:privacy:read")
    public List<Sweep> list() {
        return rows.sweeps(SHOWN);
    }

    /** One report. */
    @GET
    @Path("{id}")
    @Permission("admin:privacy:read")
    public Sweep get(@PathParam("id") String id) {
        return rows.requireSweep(id);
    }

    /** Looks at everything now, and removes what is older than it may be unless it is a dry run. */
    @POST
    @Consumes("application/json")
    @Permission("admin:privacy:sweep")
    @Answers(value = Sweep.class, status = 201)
    public Response sweep(@Context Identity caller, SweepBody body) {
        boolean dryRun = body == null || body.dryRun().orElse(true);
        Sweep sweep = sweeper.sweep(dryRun, caller.account().value());
        return Response.status(201).entity(sweep).build();
    }
}
