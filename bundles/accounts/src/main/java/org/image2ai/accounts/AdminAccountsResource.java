package org.image2ai.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Accounts and their keys, for admins. */
@Component(service = AdminAccountsResource.class)
@JaxrsResource
@Path("/api/v1/admin/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdminAccountsResource {
    private final Accounts accounts;
    private final ApiKeys keys;
    private final AuditedAccounts audited;

    @Activate
    public AdminAccountsResource(
            @Reference Accounts accounts, @Reference ApiKeys keys, @Reference AuditedAccounts audited) {
        this.accounts = accounts;
        this.keys = keys;
        this.audited = audited;
    }

    /** An account to be made. */
    public record NewAccountBody(
            String email,
            String name,
            LocalDate birthDate,
            Optional<Set<String>> roles,
            Optional<String> policyVersion,
            Optional<String> password) {
        NewAccount toRequest() {
            return new NewAccount(
                    required("email", email),
                    required("name", name),
                    required("birthDate", birthDate),
                    policyVersion,
                    roles.orElse(Set.of()));
        }
    }

    /** A key to be made. */
    public record NewKeyBody(String name, Optional<Set<String>> scopes, Optional<Instant> expires) {}

    /** Makes an account. */
    @POST
    @Permission("admin:account:create")
    public Response create(@Context CallContext call, NewAccountBody body) {
        String actor = call.account().value();
        Account account = audited.create(actor, required("body", body).toRequest(), body.password());
        return Response.status(201)
                .header("Location", "/api/v1/admin/accounts/" + account.id())
                .entity(AccountView.of(account))
                .build();
    }

    /** All accounts, newest first. */
    @GET
    @Permission("admin:account:read")
    public Page<AccountView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        return accounts.list(new PageRequest(Optional.ofNullable(cursor), limit))
                .map(AccountView::of);
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Permission("admin:account:read")
    public AccountView get(@PathParam("id") String id) {
        return AccountView.of(existing(id));
    }

    /** Makes a key for an account. */
    @POST
    @Path("{id}/api-keys")
    @Permission("admin:api-key:create")
    public Response createKey(@Context CallContext call, @PathParam("id") String id, NewKeyBody body) {
        Account account = existing(id);
        NewApiKey request = new NewApiKey(
                account.id(),
                required("name", required("body", body).name()),
                body.scopes().orElse(Set.of()),
                body.expires());
        IssuedApiKey issued = audited.createKey(call.account().value(), request);
        return Response.status(201).entity(IssuedKey.of(issued)).build();
    }

    /** The keys of an account. */
    @GET
    @Path("{id}/api-keys")
    @Permission("admin:api-key:read")
    public Page<KeyView> keys(@PathParam("id") String id) {
        List<KeyView> views =
                keys.list(existing(id).id()).stream().map(KeyView::of).toList();
        return new Page<>(views, Optional.empty());
    }

    /** Ends a key at once. */
    @DELETE
    @Path("{id}/api-keys/{key}")
    @Permission("admin:api-key:delete")
    public void revoke(@Context CallContext call, @PathParam("id") String id, @PathParam("key") String key) {
        audited.revokeKey(call.account().value(), existing(id).id(), new ApiKeyId(key));
    }

    private Account existing(String id) {
        return accounts.find(new AccountId(id)).orElseThrow(() -> PlatformException.notFound("account", id));
    }

    private static <T> T required(String field, T given) {
        if (given == null) {
            throw PlatformException.invalid("missing_field", "The field " + field + " is missing.")
                    .withField(field);
        }
        return given;
    }
}
