package org.image2ai.notify;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** An account's webhooks over HTTP. */
@Component(service = WebhooksResource.class)
@JaxrsResource
@Path("/api/v1/webhooks")
@Produces("application/json")
@Consumes("application/json")
public final class WebhooksResource {
    private static final String READ = "webhook:read";
    private static final String WRITE = "webhook:write";

    private final Endpoints endpoints;
    private final WebhookDesk desk;
    private final SigningSecrets signing;

    @Activate
    public WebhooksResource(
            @Reference Endpoints endpoints, @Reference WebhookDesk desk, @Reference SigningSecrets signing) {
        this.endpoints = endpoints;
        this.desk = desk;
        this.signing = signing;
    }

    /** A secret of Standard Webhooks. */
    public record SigningSecret(String secret) {}

    /** Makes a webhook. The answer carries its secret, this once. */
    @POST
    @Permission(WRITE)
    @Answers(value = EndpointView.class, status = 201)
    public Response create(@Context CallContext call, EndpointBody body) {
        EndpointView made = desk.create(call.account(), body);
        return Response.status(201)
                .header("Location", "/api/v1/webhooks/" + made.id())
                .entity(made)
                .build();
    }

    /** The webhooks of the caller. */
    @GET
    @Permission(READ)
    public Page<EndpointView> list(@Context CallContext call) {
        return new Page<>(endpoints.list(call.account()), Optional.empty());
    }

    /** The secret that signs what goes to webhooks that a job names itself. */
    @GET
    @Path("signing-secret")
    @Permission(WRITE)
    public SigningSecret signingSecret(@Context CallContext call) {
        return new SigningSecret(signing.of(call.account().value()));
    }

    /** A webhook, without its secret. */
    @GET
    @Path("{id}")
    @Permission(READ)
    public EndpointView get(@Context CallContext call, @PathParam("id") String id) {
        return endpoints.get(call.account(), id);
    }

    /** Changes a webhook; what is left out stays as it is. */
    @PATCH
    @Path("{id}")
    @Permission(WRITE)
    public EndpointView change(@Context CallContext call, @PathParam("id") String id, EndpointBody body) {
        return desk.change(call.account(), id, body);
    }

    /** Removes a webhook. */
    @DELETE
    @Path("{id}")
    @Permission(WRITE)
    public void delete(@Context CallContext call, @PathParam("id") String id) {
        desk.remove(call.account(), id);
    }

    /** Gives a webhook a new secret, which the answer carries this once. For a day the old one signs too. */
    @POST
    @Path("{id}/rotate-secret")
    @Permission(WRITE)
    public EndpointView rotate(@Context CallContext call, @PathParam("id") String id) {
        return endpoints.rotate(call.account(), id);
    }

    /** What was delivered to a webhook, newest first, and what it answered. */
    @GET
    @Path("{id}/deliveries")
    @Permission(READ)
    public Page<DeliveryView> deliveries(
            @Context CallContext call,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return desk.deliveries(call.account(), id, new PageRequest(Optional.ofNullable(cursor), limit));
    }

    /** Delivers something once more. */
    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    @Permission(WRITE)
    @Answers(value = DeliveryView.class, status = 202)
    public Response replay(
            @Context CallContext call, @PathParam("id") String id, @PathParam("delivery") String delivery) {
        return accepted(desk.replay(call.account(), id, delivery));
    }

    /** Delivers a test to a webhook. */
    @POST
    @Path("{id}/test")
    @Permission(WRITE)
    @Answers(value = DeliveryView.class, status = 202)
    public Response test(@Context CallContext call, @PathParam("id") String id) {
        return accepted(desk.test(call.account(), id));
    }

    private static Response accepted(DeliveryView delivery) {
        return Response.status(202).entity(delivery).build();
    }
}
