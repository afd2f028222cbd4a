package org.image2ai.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The caller's API keys. */
@Component(service = ApiKeysResource.class)
@JaxrsResource
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiKeysResource {
    private static final int MOST_KEYS = 100;
    private static final int MOST_OVERLAP_HOURS = 720;

    private final ApiKeyService keys;

    @Activate
    public ApiKeysResource(@Reference ApiKeyService keys) {
        this.keys = keys;
    }

    /** A key to be made. */
    public record NewKeyBody(
            String name,
            Optional<Set<String>> scopes,
            Optional<Instant> expires,
            Optional<Long> spendCap,
            Optional<Set<String>> allowedNetworks) {}

    /** How long the old secret is good for. */
    public record RotationBody(Optional<Integer> overlapHours) {}

    /** A key; with itself at its making only. */
    public record KeyView(
            Optional<String> key,
            String id,
            String name,
            String hint,
            Set<String> scopes,
            Instant created,
            Optional<Instant> expires,
            Optional<Instant> revoked,
            Optional<Instant> lastUsed,
            Optional<Long> spendCap,
            Set<String> allowedNetworks) {
        static KeyView of(ApiKey k, Optional<String> secret) {
            return new KeyView(
                    secret,
                    k.id().value(),
                    k.name(),
                    k.hint(),
                    k.scopes(),
                    k.created(),
                    k.expires(),
                    k.revoked(),
                    k.lastUsed(),
                    k.limits().spendCap(),
                    k.limits().allowedNetworks());
        }

        static KeyView of(IssuedApiKey issued) {
            return of(issued.key(), Optional.of(issued.secret()));
        }

        @Override
        public String toString() {
            return "KeyView[" + id + "]";
        }
    }

    /** Makes a key; the answer is the only one that holds it. */
    @POST
    @Permission("api-key:create")
    @Answers(value = KeyView.class, status = 201)
    public Response create(NewKeyBody body, @Context Identity caller) {
        return Response.status(201).entity(issue(body, caller)).build();
    }

    KeyView issue(NewKeyBody body, Identity caller) {
        Bodies.required("body", body);
        Optional<ApiKey> by = caller.apiKey().map(id -> keys.get(caller.account(), id));
        by.ifPresent(ApiKeyRules::requireUnlimited);
        Set<String> scopes = body.scopes()
                .filter(given -> !given.isEmpty())
                .or(() -> by.map(ApiKey::scopes))
                .orElse(Set.of());
        NewApiKey wanted = ApiKeyRules.checked(new NewApiKey(
                caller.account(),
                Bodies.required("name", body.name()),
                scopes,
                body.expires(),
                body.spendCap(),
                body.allowedNetworks().orElse(Set.of())));
        ApiKeyRules.requireWithin(wanted.scopes(), caller::permits);
        requireRoom(caller);
        return KeyView.of(keys.create(wanted));
    }

    private void requireRoom(Identity caller) {
        Instant now = Instant.now();
        long good = keys.list(caller.account()).stream()
                .filter(key -> ApiKeyService.isGood(key, now))
                .count();
        if (good >= MOST_KEYS) {
            throw PlatformException.conflict("too_many_api_keys", "An account has at most " + MOST_KEYS + " keys.");
        }
    }

    /** The caller's keys, newest first. */
    @GET
    @Permission("api-key:read")
    public Page<KeyView> list(@Context Identity caller) {
        return new Page<>(
                keys.list(caller.account()).stream()
                        .map(key -> KeyView.of(key, Optional.empty()))
                        .toList(),
                Optional.empty());
    }

    /** Ends a key at once. */
    @DELETE
    @Path("{id}")
    @Permission("api-key:delete")
    public void revoke(@PathParam("id") String id, @Context Identity caller) {
        keys.revoke(caller.account(), new ApiKeyId(id));
    }

    /** Gives a key a new secret; the old one goes on for some hours, so that nothing stands still. */
    @POST
    @Path("{id}/rotate")
    @Permission("api-key:create")
    @Answers(value = KeyView.class, status = 201)
    public Response rotate(@PathParam("id") String id, RotationBody body, @Context Identity caller) {
        return Response.status(201).entity(rotated(id, body, caller)).build();
    }

    KeyView rotated(String id, RotationBody body, Identity caller) {
        int hours =
                Optional.ofNullable(body).flatMap(RotationBody::overlapHours).orElse(0);
        if (hours < 0 || hours > MOST_OVERLAP_HOURS) {
            throw PlatformException.invalid("invalid_overlap", "The overlap is 0 to " + MOST_OVERLAP_HOURS + " hours.")
                    .withField("overlapHours");
        }
        ApiKey key = keys.get(caller.account(), new ApiKeyId(id));
        caller.apiKey()
                .filter(own -> !own.equals(key.id()))
                .ifPresent(own -> requireCovers(keys.get(caller.account(), own), key, caller));
        return KeyView.of(keys.rotate(caller.account(), key.id(), Duration.ofHours(hours)));
    }

    /** The new secret of another key is that key: only one that may do all the same may have it. */
    private static void requireCovers(ApiKey own, ApiKey other, Identity caller) {
        ApiKeyRules.requireUnlimited(own);
        boolean wider = other.scopes().isEmpty() && !own.scopes().isEmpty();
        ApiKeyRules.requireWithin(wider ? Set.of("*") : other.scopes(), caller::permits);
    }
}
