package org.image2ai.privacy.request;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A request by the link that its person was sent: 256 random bits, good for some weeks, also without an account. */
@Component(service = LinksResource.class)
@JaxrsResource
@Path("/api/v1/privacy/links")
@Public
public final class LinksResource {
    static final String LINKS = "/api/v1/privacy/links/";

    private final PrivacyRequests requests;
    private final Views views;
    private final Certificates certificates;

    @Activate
    public LinksResource(
            @Reference PrivacyRequests requests, @Reference Views views, @Reference Certificates certificates) {
        this.requests = requests;
        this.views = views;
        this.certificates = certificates;
    }

    /** How it stands; opening the link changes nothing. */
    @GET
    @Path("{token}")
    @Produces("application/json")
    public RequestView get(@PathParam("token") String token) {
        return view(token);
    }

    private RequestView view(String token) {
        return views.at(requests.linked(token), LINKS + token + "/certificate");
    }

    /** The same to read, with a button that says yes. */
    @GET
    @Path("{token}/page")
    @Produces("text/html; charset=utf-8")
    @Answers(value = byte[].class, status = 200)
    public Response page(@Context HttpHeaders headers, @PathParam("token") String token) {
        return html(view(token), LINKS + token, PageWords.of(headers));
    }

    private static Response html(RequestView view, String link, PageWords words) {
        return Response.ok(LinkPage.of(view, link, words), "text/html; charset=utf-8")
                .header("Content-Language", words.language())
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }

    /** Says yes: who has the link has the address. A yes to an erasure is said twice, the second time to its plan. */
    @POST
    @Path("{token}/confirm")
    @Consumes("application/json")
    @Produces("application/json")
    @Answers(value = RequestsResource.Confirmed.class, status = 202)
    public Response confirm(@PathParam("token") String token, RequestsResource.ConfirmBody body) {
        Request request = requests.linked(token);
        Optional<String> plan = body == null ? Optional.empty() : RequestsResource.given(body.plan());
        Optional<String> next = requests.confirm(request.id(), plan, "mail");
        String now = next.orElse(token);
        return Response.accepted(new RequestsResource.Confirmed(view(now), Optional.of(LINKS + now)))
                .build();
    }

    /** The same from the page. */
    @POST
    @Path("{token}/yes")
    @Consumes("application/x-www-form-urlencoded")
    @Produces("text/html; charset=utf-8")
    @Answers(value = byte[].class, status = 200)
    public Response yes(@Context HttpHeaders headers, @PathParam("token") String token) {
        String now = requests.confirm(requests.linked(token).id(), Optional.empty(), "mail")
                .orElse(token);
        return html(view(now), LINKS + now, PageWords.of(headers));
    }

    /** The proof, as it stands now. */
    @GET
    @Path("{token}/certificate")
    @Produces("application/json")
    public Certificates.Signed certificate(@PathParam("token") String token) {
        return certificates.of(requests.linked(token));
    }

    /** The same to read. */
    @GET
    @Path("{token}/certificate.html")
    @Produces("text/html; charset=utf-8")
    @Answers(value = byte[].class, status = 200)
    public Response certificatePage(@Context HttpHeaders headers, @PathParam("token") String token) {
        return RequestsResource.page(certificates.of(requests.linked(token)), headers);
    }
}
