package org.image2ai.accounts;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Registration, verification of addresses, and passwords that were forgotten: what strangers may do. */
@Component(service = AccountsResource.class)
@JaxrsResource
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Public
public final class AccountsResource {
    private final Registration registration;
    private final Recovery recovery;
    private final ProviderSignIn signIn;

    @Activate
    public AccountsResource(
            @Reference Registration registration, @Reference Recovery recovery, @Reference ProviderSignIn signIn) {
        this.registration = registration;
        this.recovery = recovery;
        this.signIn = signIn;
    }

    /** Who wants an account. */
    public record RegistrationBody(
            String email,
            String password,
            String name,
            String birthDate,
            Optional<String> policyVersion,
            Optional<String> language) {
        Registration.Request toRequest() {
            return new Registration.Request(
                    Bodies.required("email", email),
                    Bodies.required("password", password).toCharArray(),
                    Bodies.required("name", name),
                    AgeGate.parse(Bodies.required("birthDate", birthDate)),
                    policyVersion,
                    language);
        }

        @Override
        public String toString() {
            return "RegistrationBody";
        }
    }

    /** An address. */
    public record EmailBody(String email) {}

    /** What stood in a link. */
    public record TokenBody(String token) {
        @Override
        public String toString() {
            return "TokenBody";
        }
    }

    /** A new password. */
    public record PasswordBody(String token, String password) {
        @Override
        public String toString() {
            return "PasswordBody";
        }
    }

    /** What a sign-in at a provider lacks for an account. */
    public record TicketBody(String ticket, String birthDate, Optional<String> name) {
        @Override
        public String toString() {
            return "TicketBody";
        }
    }

    /** What was done, or will be. */
    public record Status(String status) {}

    /** What a form for registration asks, and the policy that it must show. */
    public record Form(List<Field> fields, String policyVersion) {}

    /** A field of a form. */
    public record Field(String name, String type, boolean required) {}

    /** What to ask of somebody who registers. It does not say which birth dates will do. */
    @GET
    @Path("registration")
    public Form form() {
        return new Form(
                List.of(
                        new Field("email", "email", true),
                        new Field("password", "password", true),
                        new Field("name", "text", true),
                        new Field("birthDate", "date", true),
                        new Field("policyVersion", "text", false),
                        new Field("language", "text", false)),
                registration.policyVersion());
    }

    /** Registers. The answer is the same whether the address is known or not. */
    @POST
    @Answers(value = Status.class, status = 202)
    public Response register(RegistrationBody body, @Context ClientInfo client) {
        registration.register(Bodies.required("body", body).toRequest(), client.remoteAddress());
        return accepted("verification_sent");
    }

    /** Sends the link that verifies an address again. */
    @POST
    @Path("verification")
    @Answers(value = Status.class, status = 202)
    public Response resend(EmailBody body, @Context ClientInfo client) {
        registration.resend(email(body), client.remoteAddress());
        return accepted("verification_sent");
    }

    /** Verifies an address. */
    @POST
    @Path("verify")
    public Status verify(TokenBody body) {
        registration.verify(
                Bodies.required("token", Bodies.required("body", body).token()));
        return new Status("verified");
    }

    /** Verifies an address by the link in a mail: a page for people, JSON for programs. */
    @GET
    @Path("verify")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Consumes(MediaType.WILDCARD)
    @Answers(Status.class)
    public Response followLink(@QueryParam("token") String token, @Context HttpHeaders headers) {
        boolean person = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
        if (!person) {
            return Response.ok(verify(new TokenBody(token)), MediaType.APPLICATION_JSON)
                    .build();
        }
        try {
            verify(new TokenBody(token));
            return page(200, "Your e-mail address is verified. You can sign in now.");
        } catch (PlatformException e) {
            return page(400, "This link is not good: it was used before, or it is too old. Ask for a new one.");
        }
    }

    private static Response page(int status, String text) {
        String html = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Image2AI</title></head>"
                + "<body><p>" + text + "</p></body></html>";
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'")
                .header("Referrer-Policy", "no-referrer")
                .entity(html)
                .build();
    }

    /** Sends a link that sets a new password, where there is somebody to send it to. */
    @POST
    @Path("password-reset")
    @Answers(value = Status.class, status = 202)
    public Response requestReset(EmailBody body, @Context ClientInfo client) {
        recovery.request(email(body), client.remoteAddress());
        return accepted("reset_sent");
    }

    /** Sets a new password by the token of that link; all sessions end. */
    @POST
    @Path("password")
    public void reset(PasswordBody body) {
        Bodies.required("body", body);
        recovery.reset(
                Bodies.required("token", body.token()),
                Bodies.required("password", body.password()).toCharArray());
    }

    /** Makes the account of somebody who came by a sign-in provider. */
    @POST
    @Path("from-ticket")
    @Answers(value = SignInResult.In.SignedInView.class, status = 201)
    public Response fromTicket(TicketBody body, @Context ClientInfo client) {
        Bodies.required("body", body);
        return signIn.register(
                        Bodies.required("ticket", body.ticket()),
                        AgeGate.parse(Bodies.required("birthDate", body.birthDate())),
                        body.name(),
                        client)
                .answer(Response.created(URI.create("/api/v1/me")));
    }

    private static String email(EmailBody body) {
        return Bodies.required("email", Bodies.required("body", body).email());
    }

    private static Response accepted(String status) {
        return Response.accepted(new Status(status)).build();
    }
}
