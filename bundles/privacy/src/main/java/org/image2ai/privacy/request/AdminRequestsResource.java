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
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** All requests, for officers; they outlive the accounts. */
@Component(service = AdminRequestsResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy/requests")
@Produces("application/json")
public final class AdminRequestsResource {
    static final String DOOR = "/api/v1/admin/privacy/requests/";

    private final PrivacyRequests requests;
    private final Officers officers;
    private final Views views;
    private final Certificates certificates;
    private final Letters letters;

    @Activate
    public AdminRequestsResource(
            @Reference PrivacyRequests requests,
            @Reference Officers officers,
            @Reference Views views,
            @Reference Certificates certificates,
            @Reference Letters letters) {
        this.requests = requests;
        this.officers = officers;
        this.views = views;
        this.certificates = certificates;
        this.letters = letters;
    }

    /**
     * What is asked for somebody.
     *
     * @param account for whom
     * @param type what
     * @param scope about what, where the type needs it
     * @param law gdpr or ccpa; as configured where absent
     */
    public record OfficerBody(String account, String type, Optional<Map<String, Object>> scope, Optional<String> law) {}

    /** Why. */
    public record ReasonBody(String reason) {}

    /** How it is known that a copy outside is gone. */
    public record EvidenceBody(String evidence) {}

    /** Requests, newest first; of one account where that is given. */
    @GET
    @Permission("admin:privacy:read")
    public Page<RequestView> list(
            @QueryParam("account") String account,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return requests.list(
                        Optional.ofNullable(account).map(AccountId::new),
                        new PageRequest(Optional.ofNullable(cursor), limit))
                .map(request -> views.of(request, DOOR));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Permission("admin:privacy:read")
    public RequestView get(@PathParam("id") String id) {
        return views.of(requests.require(id), DOOR);
    }

    /** Takes a request for somebody whose identity the officer has checked. */
    @POST
    @Consumes("application/json")
    @Permission("admin:privacy:request")
    @Answers(value = RequestView.class, status = 202)
    public Response create(@Context Identity caller, OfficerBody body) {
        OfficerBody said = RequestsResource.required(body);
        Request request = officers.create(new PrivacyRequests.Ask(
                new AccountId(said.account()),
                RequestType.parse(said.type() == null ? "" : said.type()),
                RequestsResource.given(said.law()).map(Law::parse),
                RequestsResource.given(said.scope()).orElse(Map.of()),
                caller.account().value(),
                true));
        return Response.accepted(views.of(request, DOOR)).build();
    }

    /** Says yes for somebody; erases once more where a verification failed. */
    @POST
    @Path("{id}/confirm")
    @Consumes("application/json")
    @Permission("admin:privacy:confirm")
    @Answers(value = RequestsResource.Confirmed.class, status = 202)
    public Response confirm(@Context Identity caller, @PathParam("id") String id, RequestsResource.ConfirmBody body) {
        Optional<String> plan = body == null ? Optional.empty() : RequestsResource.given(body.plan());
        Optional<String> token = officers.confirm(id, plan, caller.account().value());
        RequestView view = views.of(requests.require(id), DOOR);
        return Response.accepted(new RequestsResource.Confirmed(view, token.map(letters::link)))
                .build();
    }

    /** Puts the deadline off, once, as the law allows it. */
    @POST
    @Path("{id}/extend")
    @Consumes("application/json")
    @Permission("admin:privacy:decide")
    public RequestView extend(@Context Identity caller, @PathParam("id") String id, ReasonBody body) {
        officers.extend(
                id, RequestsResource.required(body).reason(), caller.account().value());
        return get(id);
    }

    /** Refuses what has not begun. */
    @POST
    @Path("{id}/refuse")
    @Consumes("application/json")
    @Permission("admin:privacy:decide")
    public RequestView refuse(@Context Identity caller, @PathParam("id") String id, ReasonBody body) {
        officers.refuse(
                id, RequestsResource.required(body).reason(), caller.account().value());
        return get(id);
    }

    /** Decides an appeal. */
    @POST
    @Path("{id}/decide")
    @Consumes("application/json")
    @Permission("admin:privacy:decide")
    public RequestView decide(@Context Identity caller, @PathParam("id") String id, ReasonBody body) {
        officers.decide(
                id, RequestsResource.required(body).reason(), caller.account().value());
        return get(id);
    }

    /** Lets the server be ready without what an erasure waits for that a restore undid; each becomes a task. */
    @POST
    @Path("{id}/go-on")
    @Consumes("application/json")
    @Permission("admin:privacy:decide")
    public RequestView goOn(@Context Identity caller, @PathParam("id") String id, ReasonBody body) {
        officers.goOn(
                id, RequestsResource.required(body).reason(), caller.account().value());
        return get(id);
    }

    /** Shows that a copy outside is gone. */
    @POST
    @Path("{id}/external/{task}")
    @Consumes("application/json")
    @Permission("admin:privacy:decide")
    public RequestView settle(
            @Context Identity caller, @PathParam("id") String id, @PathParam("task") String task, EvidenceBody body) {
        String evidence = RequestsResource.required(body).evidence();
        officers.settle(
                id, task, evidence == null ? "" : evidence, caller.account().value());
        return get(id);
    }

    /** The proof, as it stands now. */
    @GET
    @Path("{id}/certificate")
    @Permission("admin:privacy:read")
    public Certificates.Signed certificate(@PathParam("id") String id) {
        return certificates.of(requests.require(id));
    }

    /** The same to read. */
    @GET
    @Path("{id}/certificate.html")
    @Produces("text/html; charset=utf-8")
    @Permission("admin:privacy:read")
    @Answers(value = byte[].class, status = 200)
    public Response page(@Context HttpHeaders headers, @PathParam("id") String id) {
        return RequestsResource.page(certificates.of(requests.require(id)), headers);
    }
}
