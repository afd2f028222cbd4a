package org.image2ai.security;

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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.Permission;
import org.image2ai.api.security.Public;
import org.image2ai.api.security.SignedIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Signing in, seeing where one is signed in, and signing out. */
@Component(service = SessionsResource.class)
@JaxrsResource
@Path("/api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private static final String CURRENT = "current";

    private final SignIn signIn;
    private final SessionService sessions;
    private final TotpService totp;

    @Activate
    public SessionsResource(@Reference SignIn signIn, @Reference SessionService sessions, @Reference TotpService totp) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.totp = totp;
    }

    /** Who wants in. */
    public record NewSessionBody(String email, String password, Optional<String> code) {
        @Override
        public String toString() {
            return "NewSessionBody";
        }
    }

    /** A code of the second factor. */
    public record CodeBody(String code) {}

    /** Who is in. */
    public record Person(String id, String email, String name, Set<String> roles) {
        static Person of(Account a) {
            return new Person(a.id().value(), a.email(), a.name(), a.roles());
        }
    }

    /** A session at its opening. */
    public record Opened(String id, Instant expires, String csrfToken, Person account) {}

    /** A session that is open. */
    public record SessionView(
            String id,
            Instant created,
            Instant lastSeen,
            Instant expires,
            String network,
            String userAgent,
            String signIn,
            boolean secondFactor,
            boolean current) {}

    /** Signs in. */
    @POST
    @Public
    @Answers(value = Opened.class, status = 201)
    public Response open(NewSessionBody body, @Context ClientInfo client) {
        Bodies.required("body", body);
        SignIn.Known known = signIn.check(new SignIn.Attempt(
                Bodies.required("email", body.email()),
                Bodies.required("password", body.password()).toCharArray(),
                body.code(),
                client.remoteAddress()));
        Account account = known.account();
        OpenedSession opened = sessions.open(new SignedIn(account.id(), "password", known.secondFactor()), client);
        Response.ResponseBuilder answer = Response.status(201)
                .entity(new Opened(opened.id().value(), opened.expires(), opened.csrfToken(), Person.of(account)));
        opened.cookies().forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }

    /** Where the caller is signed in, newest first. */
    @GET
    @Permission("session:read")
    public Page<SessionView> list(@Context Identity caller) {
        return new Page<>(
                sessions.list(caller.account()).stream()
                        .map(session -> view(session, caller))
                        .toList(),
                Optional.empty());
    }

    private static SessionView view(Session s, Identity caller) {
        return new SessionView(
                s.id().value(),
                s.created(),
                s.lastSeen(),
                s.expires(),
                s.network(),
                s.agent(),
                s.signIn(),
                s.secondFactor(),
                caller.session().filter(s.id()::equals).isPresent());
    }

    /** Shows the second factor in a session that was opened without it. */
    @POST
    @Path("current/code")
    @Permission("session:create")
    public void code(CodeBody body, @Context Identity caller) {
        SessionId session = current(caller);
        totp.require(
                caller.account(),
                Bodies.required("code", Bodies.required("body", body).code()));
        sessions.secondFactor(session);
    }

    /** Signs out, here or elsewhere. */
    @DELETE
    @Path("{id}")
    @Permission("session:delete")
    @Answers(status = 204)
    public Response end(@PathParam("id") String id, @Context Identity caller, @Context ClientInfo client) {
        SessionId session = id.equals(CURRENT) ? current(caller) : new SessionId(id);
        if (!sessions.endOne(caller.account(), session)) {
            throw PlatformException.notFound("session", id);
        }
        Response.ResponseBuilder answer = Response.noContent();
        if (caller.session().filter(session::equals).isPresent()) {
            SessionCookies.ended(sessions.secure(client))
                    .forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        }
        return answer.build();
    }

    /** Signs out everywhere but here. */
    @DELETE
    @Permission("session:delete")
    public void endOthers(@Context Identity caller) {
        sessions.end(caller.account(), caller.session());
    }

    private static SessionId current(Identity caller) {
        return caller.session().orElseThrow(() -> PlatformException.notFound("session", CURRENT));
    }
}
