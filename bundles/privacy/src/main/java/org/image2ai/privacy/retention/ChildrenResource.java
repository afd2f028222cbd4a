package org.image2ai.privacy.retention;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Accounts of children that are found later, for officers. */
@Component(service = ChildrenResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy/children")
@Produces("application/json")
public final class ChildrenResource {
    private final ChildRemoval removal;

    @Activate
    public ChildrenResource(@Reference ChildRemoval removal) {
        this.removal = removal;
    }

    /**
     * Whose account it is.
     *
     * @param account an account id, or its address
     */
    public record ChildBody(String account) {}

    /** The request that proves the erasure. */
    public record RemovalView(String request) {}

    /** Removes the account of a child with all that it made; its address is refused like at the age gate. */
    @POST
    @Consumes("application/json")
    @Permission("admin:privacy:child")
    @Answers(value = RemovalView.class, status = 202)
    public Response remove(@Context Identity caller, ChildBody body) {
        if (body == null || body.account() == null) {
            throw PlatformException.invalid("missing_field", "account is missing.")
                    .withField("account");
        }
        String request = removal.remove(body.account(), caller.account().value());
        return Response.accepted(new RemovalView(request)).build();
    }
}
