package org.image2ai.accounts;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Who am I. */
@Component(service = MeResource.class)
@JaxrsResource
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final Accounts accounts;

    @Activate
    public MeResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** The caller's account. */
    @GET
    @Permission("account:read")
    public AccountView me(@Context CallContext call) {
        return accounts.find(call.account())
                .map(AccountView::of)
                .orElseThrow(() ->
                        PlatformException.notFound("account", call.account().value()));
    }
}
