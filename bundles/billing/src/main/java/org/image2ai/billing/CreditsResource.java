package org.image2ai.billing;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.api.billing.Credits;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A person's credits over HTTP. */
@Component(service = CreditsResource.class)
@JaxrsResource
@Path("/api/v1/credits")
@Produces("application/json")
public final class CreditsResource {
    private final Credits credits;

    @Activate
    public CreditsResource(@Reference Credits credits) {
        this.credits = credits;
    }

    /** The credits of the caller. */
    @GET
    @Permission("credit:read")
    public CreditBalance balance(@Context CallContext call) {
        return credits.balance(call.account());
    }

    /** What went into the account and out of it, newest first. */
    @GET
    @Path("entries")
    @Permission("credit:read")
    public Page<CreditEntry> entries(
            @Context CallContext call,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return credits.entries(call.account(), new PageRequest(Optional.ofNullable(cursor), limit));
    }
}
