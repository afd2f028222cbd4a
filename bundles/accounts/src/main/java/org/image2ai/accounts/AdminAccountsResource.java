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
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.Identity;
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
    private final Administration administration;

    @Activate
    public AdminAccountsResource(
            @Reference Accounts accounts, @Reference ApiKeys keys, @Reference Administration administration) {
        this.accounts = accounts;
        this.keys = keys;
        this.administration = administration;
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
                    Bodies.required("email", email),
                    Bodies.required("name", name),
                    Bodies.required("birthDate", birthDate),
                    policyVersion,
                    roles.orElse(Set.of()));
        }
    }

    /** A key to be made. */
    public record NewKeyBody(
            String name,
            Optional<Set<String>> scopes,
            Optional<Instant> expires,
            Optional<Long> spendCap,
            Optional<Set<String>> allowedNetworks) {
        NewApiKey toRequest(AccountId account) {
            return new NewApiKey(
                    account,
                    Bodies.required("name", name),
                    scopes.orElse(Set.of()),
                    expires,
                    spendCap,
                    allowedNetworks.orElse(Set.of()));
        }
    }

    /** The roles that an account has from now on. */
    public record RolesBody(Set<String> roles) {}

    /** Whether an account may act from now on. */
    public record StateBody(String state) {}

    /** Makes an account. */
    @POST
    @Permission("admin:account:create")
    @Answers(value = AccountView.class, status = 201)
    public Response create(NewAccountBody body, @Context Identity caller) {
        NewAccount wanted = Bodies.required("body", body).toRequest();
        Account account = administration.create(caller.account().value(), wanted, body.password());
        return Response.status(201)
                .header("Location", "/api/v1/admin/accounts/" + account.id())
                .entity(AccountView.of(account))
                .build();
    }

    /** Gives an account other roles. */
    @PUT
    @Path("{id}/roles")
    @Permission(Administration.SET_ROLES)
    public AccountView setRoles(@PathParam("id") String id, RolesBody body, @Context Identity caller) {
        Set<String> roles =
                Bodies.required("roles", Bodies.required("body", body).roles());
        return AccountView.of(administration.setRoles(caller.account().value(), new AccountId(id), roles));
    }

    /** Stops an account, or lets it go on. */
    @PUT
    @Path("{id}/state")
    @Permission(Administration.SET_STATE)
    public AccountView setState(@PathParam("id") String id, StateBody body, @Context Identity caller) {
        String state = Bodies.required("state", Bodies.required("body", body).state());
        if (!Set.of("ACTIVE", "SUSPENDED").contains(state)) {
            throw PlatformException.invalid("invalid_state", "A state is ACTIVE or SUSPENDED.")
                    .withField("state");
        }
        return AccountView.of(administration.setState(caller, new AccountId(id), Account.State.valueOf(state)));
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
    @Answers(value = IssuedKey.class, status = 201)
    public Response createKey(@PathParam("id") String id, NewKeyBody body, @Context Identity caller) {
        Account account = existing(id);
        NewApiKey wanted = Bodies.required("body", body).toRequest(account.id());
        IssuedApiKey issued = administration.createKey(caller.account().value(), wanted);
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
    public void revoke(@PathParam("id") String id, @PathParam("key") String key, @Context Identity caller) {
        administration.revokeKey(caller.account().value(), existing(id).id(), new ApiKeyId(key));
    }

    private Account existing(String id) {
        return accounts.find(new AccountId(id)).orElseThrow(() -> PlatformException.notFound("account", id));
    }
}
