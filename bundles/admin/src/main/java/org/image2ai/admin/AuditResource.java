package org.image2ai.admin;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The audit trail, for admins. */
@Component(service = AuditResource.class)
@JaxrsResource
@Path("/api/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final AuditService audit;

    @Activate
    public AuditResource(@Reference AuditService audit) {
        this.audit = audit;
    }

    /** The acts, newest first; of one actor or one kind where these are given. */
    @GET
    @Permission("admin:audit:read")
    public Page<AuditView> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("action") @DefaultValue("") String action) {
        return audit.rows(new PageRequest(Optional.ofNullable(cursor), limit), actor, action)
                .map(AuditView::of);
    }
}
