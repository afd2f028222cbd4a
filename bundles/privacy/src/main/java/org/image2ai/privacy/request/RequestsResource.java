package org.image2ai.privacy.request;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.image2ai.privacy.request.RecentAuthentication.Shown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A person's own requests. */
@Component(service = RequestsResource.class)
@JaxrsResource
@Path("/api/v1/privacy/requests")
@Produces("application/json")
public final class RequestsResource {
    static final String DOOR = "/api/v1/privacy/requests/";

    private final PrivacyRequests requests;
    private final RecentAuthentication authentication;
    private final Views views;
    private final Certificates certificates;
    private final Letters letters;

    @Activate
    public RequestsResource(
            @Reference PrivacyRequests requests,
            @Reference RecentAuthentication authentication,
            @Reference Views views,
            @Reference Certificates certificates,
            @Reference Letters letters) {
        this.requests = requests;
        this.authentication = authentication;
        this.views = views;
        this.certificates = certificates;
        this.letters = letters;
    }

    /**
     * What is asked.
     *
     * @param type access, portability, erasure, correction, restriction, objection, consent_withdrawal, stop_sale, appeal
     * @param scope about what, where the type needs it
     * @param law gdpr or ccpa; as configured where absent
     * @param password the present one, where the sign-in is not recent
     * @param code of the second factor, where the account has one and a password is sent
     */
    public record RequestBody(
            String type,
            Optional<Map<String, Object>> scope,
            Optional<String> law,
            Optional<String> password,
            Optional<String> code) {
        RequestType parsed() {
            return RequestType.parse(type == null ? "" : type);
        }

        Optional<Law> parsedLaw() {
            return given(law).map(Law::parse);
        }

        @Override
        public String toString() {
            return "RequestBody[" + type + "]";
        }
    }

    /**
     * A yes.
     *
     * @param plan digest of the plan that was read; may be absent
     * @param password the present one, where the sign-in is not recent
     * @param code of the second factor, where the account has one and a password is sent
     */
    public record ConfirmBody(Optional<String> plan, Optional<String> password, Optional<String> code) {
        static final ConfirmBody NOTHING = new ConfirmBody(Optional.empty(), Optional.empty(), Optional.empty());

        Shown shown() {
            return new Shown(given(password), given(code));
        }

        @Override
        public String toString() {
            return "ConfirmBody";
        }
    }

    /**
     * A request that goes on.
     *
     * @param request how it stands
     * @param link where it can be read without signing in, also when the account is gone; where an erasure began
     */
    public record Confirmed(RequestView request, Optional<String> link) {}

    static <T> Optional<T> given(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    static <T> T required(T body) {
        if (body == null) {
            throw PlatformException.invalid("missing_body", "A body in JSON is needed.");
        }
        return body;
    }

    /** Asks for something. What destroys nothing begins at once, where it is certain who asks. */
    @POST
    @Consumes("application/json")
    @Permission("privacy:request")
    @Answers(value = RequestView.class, status = 202)
    public Response create(@Context Identity caller, RequestBody body) {
        RequestType type = required(body).parsed();
        Shown shown = new Shown(given(body.password()), given(body.code()));
        if (shown.password().isPresent()) {
            authentication.require(caller, shown);
        }
        // An erasure is not begun by asking: its plan may be seen, and the yes to it is what must be certain.
        boolean proven = type == RequestType.ERASURE || shown.password().isPresent() || authentication.isRecent(caller);
        Request request = requests.create(new PrivacyRequests.Ask(
                caller.account(),
                type,
                body.parsedLaw(),
                given(body.scope()).orElse(Map.of()),
                caller.account().value(),
                proven));
        return Response.accepted(views.of(request, DOOR)).build();
    }

    /** The caller's requests, newest first. */
    @GET
    @Permission("privacy:read")
    public Page<RequestView> list(
            @Context Identity caller,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return requests.list(Optional.of(caller.account()), new PageRequest(Optional.ofNullable(cursor), limit))
                .map(request -> views.of(request, DOOR));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Permission("privacy:read")
    public RequestView get(@Context Identity caller, @PathParam("id") String id) {
        return views.of(requests.mine(caller.account(), id), DOOR);
    }

    /** Says yes: executes the plan of an erasure, or lets go on what waited for a proof of who asks. */
    @POST
    @Path("{id}/confirm")
    @Consumes("application/json")
    @Permission("privacy:request")
    @Answers(value = Confirmed.class, status = 202)
    public Response confirm(@Context Identity caller, @PathParam("id") String id, ConfirmBody body) {
        Request request = requests.mine(caller.account(), id);
        ConfirmBody said = body == null ? ConfirmBody.NOTHING : body;
        if (request.type() == RequestType.ERASURE) {
            authentication.requireToErase(caller, said.shown());
        } else {
            authentication.require(caller, said.shown());
        }
        Optional<String> token =
                requests.confirm(id, given(said.plan()), caller.account().value());
        return Response.accepted(new Confirmed(views.of(requests.require(id), DOOR), token.map(letters::link)))
                .build();
    }

    /** The proof, as it stands now. */
    @GET
    @Path("{id}/certificate")
    @Permission("privacy:read")
    public Certificates.Signed certificate(@Context Identity caller, @PathParam("id") String id) {
        return certificates.of(requests.mine(caller.account(), id));
    }

    /** The same to read. */
    @GET
    @Path("{id}/certificate.html")
    @Produces("text/html; charset=utf-8")
    @Permission("privacy:read")
    @Answers(value = byte[].class, status = 200)
    public Response page(@Context Identity caller, @Context HttpHeaders headers, @PathParam("id") String id) {
        return page(certificates.of(requests.mine(caller.account(), id)), headers);
    }

    static Response page(Certificates.Signed signed, HttpHeaders headers) {
        PageWords words = PageWords.of(headers);
        return Response.ok(CertificatePage.of(signed, words))
                .header("Content-Language", words.language())
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }
}
