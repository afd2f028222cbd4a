package org.image2ai.passkeys;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The caller's passkeys. */
@Component(service = PasskeysResource.class)
@JaxrsResource
@Path("/api/v1/me/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasskeysResource {
    private final Registration registration;
    private final PasskeyStore passkeys;
    private final Presence presence;

    @Activate
    public PasskeysResource(
            @Reference Registration registration, @Reference PasskeyStore passkeys, @Reference Presence presence) {
        this.registration = registration;
        this.passkeys = passkeys;
        this.presence = presence;
    }

    /** What a device answered, a name for it, and the password where the caller signed in a while ago. */
    public record NewPasskeyBody(String name, Map<String, Object> credential, Optional<String> password) {
        @Override
        public String toString() {
            return "NewPasskeyBody";
        }
    }

    /** A passkey. */
    public record PasskeyView(String id, String name, Instant created, Optional<Instant> lastUsed) {
        static PasskeyView of(Passkey passkey) {
            return new PasskeyView(passkey.id(), passkey.name(), passkey.created(), passkey.lastUsed());
        }
    }

    /** Begins a passkey: what the browser asks of the device. */
    @POST
    @Path("options")
    @Permission("two-factor:create")
    public CreationOptions options(@Context Identity caller) {
        presence.require(caller);
        return registration.begin(caller.account());
    }

    /** Adds a passkey by what the device answered. */
    @POST
    @Permission("two-factor:create")
    @Answers(value = PasskeyView.class, status = 201)
    public Response add(NewPasskeyBody body, @Context Identity caller) {
        return Response.status(201).entity(added(body, caller)).build();
    }

    PasskeyView added(NewPasskeyBody body, Identity caller) {
        Bodies.required("body", body);
        String name = Bodies.required("name", body.name());
        Answer answer = new Answer(Bodies.required("credential", body.credential()));
        presence.requireFresh(caller, body.password());
        return PasskeyView.of(registration.complete(caller.account(), name, answer));
    }

    /** The caller's passkeys, newest first. */
    @GET
    @Permission("two-factor:read")
    public Page<PasskeyView> list(@Context Identity caller) {
        return new Page<>(
                passkeys.list(caller.account()).stream().map(PasskeyView::of).toList(), Optional.empty());
    }

    /** Removes a passkey; it opens nothing from then on. */
    @DELETE
    @Path("{id}")
    @Permission("two-factor:delete")
    public void remove(@PathParam("id") String id, @Context Identity caller) {
        presence.require(caller);
        if (!passkeys.remove(caller.account(), id)) {
            throw PlatformException.notFound("passkey", id);
        }
    }
}
