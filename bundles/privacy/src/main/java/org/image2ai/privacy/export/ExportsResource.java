package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A person's copies of everything that is held of them; a request of the type {@code access} makes one. */
@Component(service = ExportsResource.class)
@JaxrsResource
@Path("/api/v1/privacy/exports")
@Produces("application/json")
public final class ExportsResource {
    private final ExportService exports;
    private final ExportLinks links;
    private final PublicAddress address;

    @Activate
    public ExportsResource(
            @Reference ExportService exports, @Reference ExportLinks links, @Reference PublicAddress address) {
        this.exports = exports;
        this.links = links;
        this.address = address;
    }

    /** The copies of the caller, newest first. */
    @GET
    @Permission("privacy:export")
    public Page<ExportView> list(
            @Context CallContext call,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return exports.list(call.account(), new PageRequest(Optional.ofNullable(cursor), limit))
                .map(Export::toView);
    }

    /** The copy: a ZIP that opens with {@code index.html}. */
    @GET
    @Path("{id}")
    @Produces("*/*")
    @Permission("privacy:export")
    @Answers(
            value = byte[].class,
            status = {200, 206})
    public Response download(
            @Context CallContext call, @PathParam("id") String id, @HeaderParam("Range") String range) {
        Export export = exports.require(call.account(), id);
        return ExportDownload.of(export, exports.archive(export), range);
    }

    /** A link to the copy that needs no credentials, for a while. */
    @POST
    @Path("{id}/link")
    @Permission("privacy:export")
    public Link link(@Context CallContext call, @PathParam("id") String id) {
        Export export = exports.require(call.account(), id);
        exports.archive(export);
        ExportLinks.Made link = links.make(export);
        return new Link(address.base() + link.path(), link.expires());
    }

    /**
     * A link.
     *
     * @param url the whole address
     * @param expires when it ends
     */
    public record Link(String url, Instant expires) {}
}
