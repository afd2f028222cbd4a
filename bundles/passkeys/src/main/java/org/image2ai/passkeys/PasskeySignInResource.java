package org.image2ai.passkeys;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.account.Account;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Signing in by a passkey. */
@Component(service = PasskeySignInResource.class)
@JaxrsResource
@Path("/api/v1/sessions/passkey")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Public
public final class PasskeySignInResource {
    private final PasskeySignIn signIn;

    @Activate
    public PasskeySignInResource(@Reference PasskeySignIn signIn) {
        this.signIn = signIn;
    }

    /** What a device answered. */
    public record PasskeyBody(Map<String, Object> credential) {
        @Override
        public String toString() {
            return "PasskeyBody";
        }
    }

    /** Who is in. */
    public record Person(String id, String email, String name, Set<String> roles) {
        static Person of(Account a) {
            return new Person(a.id().value(), a.email(), a.name(), a.roles());
        }
    }

    /** A session at its opening. */
    public record Opened(String id, Instant expires, String csrfToken, Person account) {}

    /** Begins a sign-in: what the browser asks of the device. */
    @POST
    @Path("options")
    public RequestOptions options(@Context ClientInfo client) {
        return signIn.begin(client);
    }

    /** Signs in by what the device answered. */
    @POST
    @Answers(value = Opened.class, status = 201)
    public Response open(PasskeyBody body, @Context ClientInfo client) {
        Bodies.required("body", body);
        PasskeySignIn.In in = signIn.complete(new Answer(Bodies.required("credential", body.credential())), client);
        OpenedSession opened = in.session();
        Response.ResponseBuilder answer = Response.status(201)
                .entity(new Opened(opened.id().value(), opened.expires(), opened.csrfToken(), Person.of(in.account())));
        opened.cookies().forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }
}
