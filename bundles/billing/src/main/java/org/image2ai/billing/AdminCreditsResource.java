package org.image2ai.billing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.image2ai.api.AccountId;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.Credits;
import org.image2ai.api.security.Permission;
import org.image2ai.kit.Ids;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Grants and corrections, for admins. */
@Component(service = AdminCreditsResource.class)
@JaxrsResource
@Path("/api/v1/admin/credits")
@Produces("application/json")
@Consumes("application/json")
public final class AdminCreditsResource {
    private final Credits credits;
    private final Accounts accounts;
    private final AuditedGrants grants;

    @Activate
    public AdminCreditsResource(
            @Reference Credits credits, @Reference Accounts accounts, @Reference AuditedGrants grants) {
        this.credits = credits;
        this.accounts = accounts;
        this.grants = grants;
    }

    /** A grant; less than zero is a correction. */
    public record Grant(String account, Long credits, Optional<String> reason) {}

    /** Gives credits to an account. */
    @POST
    @Permission("admin:credit:grant")
    public CreditBalance grant(@Context CallContext call, @HeaderParam("Idempotency-Key") String key, Grant grant) {
        if (grant == null || grant.account() == null || grant.credits() == null) {
            throw PlatformException.invalid("missing_field", "account and credits are needed.")
                    .withField(grant == null || grant.account() == null ? "account" : "credits");
        }
        AccountId account = existing(grant.account());
        return grants.grant(
                account,
                grant.credits(),
                grant.reason().orElse("by an admin"),
                call.account().value(),
                key == null ? Ids.next("act") : reference(call, key));
    }

    /** One admin's key means one act, however often it is sent; as a name it is short and says nothing. */
    private static String reference(CallContext call, String key) {
        byte[] name = (call.account() + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return "act_" + UUID.nameUUIDFromBytes(name);
    }

    /** The credits of an account. */
    @GET
    @Path("{account}")
    @Permission("admin:credit:read")
    public CreditBalance balance(@PathParam("account") String account) {
        return credits.balance(existing(account));
    }

    private AccountId existing(String id) {
        AccountId account = new AccountId(id);
        accounts.find(account).orElseThrow(() -> PlatformException.notFound("account", id));
        return account;
    }
}
