package org.image2ai.library;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.AssetLink;
import org.image2ai.api.library.Library;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.rest.Upload;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A person's pictures over HTTP. */
@Component(service = AssetsResource.class)
@JaxrsResource
@Path("/api/v1/assets")
@Produces("application/json")
public final class AssetsResource {
    private static final int USUAL_LIFE = 3_600;

    private final Library library;
    private final Assets assets;
    private final Thumbnails thumbnails;
    private final PublicAddress address;

    @Activate
    public AssetsResource(
            @Reference Library library,
            @Reference Assets assets,
            @Reference Thumbnails thumbnails,
            @Reference PublicAddress address) {
        this.address = address;
        this.library = library;
        this.assets = assets;
        this.thumbnails = thumbnails;
    }

    /** Takes a picture in: PNG, JPEG, WebP or a GIF of one frame. */
    @POST
    @Consumes({"multipart/form-data", "image/*", "application/octet-stream"})
    @Permission("asset:create")
    @Answers(value = Asset.class, status = 201)
    public Response upload(@Context CallContext call, Upload upload) {
        Asset asset = library.upload(call, upload.content());
        return Response.status(201)
                .header("Location", "/api/v1/assets/" + asset.id())
                .entity(asset)
                .build();
    }

    /** The uploads and results of the caller, newest first. */
    @GET
    @Permission("asset:read")
    public Page<Asset> list(
            @Context CallContext call,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return library.list(call, new PageRequest(Optional.ofNullable(cursor), limit));
    }

    /** What is known of an asset. */
    @GET
    @Path("{id}")
    @Permission("asset:read")
    public Asset get(@Context CallContext call, @PathParam("id") String id) {
        return library.get(call, new AssetId(id));
    }

    /** The file of an asset. */
    @GET
    @Path("{id}/content")
    @Produces("*/*")
    @Permission("asset:read")
    @Answers(
            value = byte[].class,
            status = {200, 206, 304})
    public Response content(
            @Context CallContext call,
            @PathParam("id") String id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-None-Match") String known) {
        Asset asset = library.get(call, new AssetId(id));
        return Download.of(asset, range, known, (from, length) -> library.open(call, asset.id(), from, length));
    }

    /** A small picture of an asset. Its longest side is 128, 256, 512 or 1024, the next above what is asked for. */
    @GET
    @Path("{id}/thumbnail")
    @Produces("*/*")
    @Permission("asset:read")
    @Answers(
            value = byte[].class,
            status = {200, 304})
    public Response thumbnail(
            @Context CallContext call, @PathParam("id") String id, @QueryParam("size") @DefaultValue("256") int size) {
        Assets.Filed filed = assets.require(call, new AssetId(id));
        int side = Thumbnails.side(size);
        return Download.whole(Thumbnails.mediaType(filed.asset()), thumbnails.open(filed, side))
                .tag(filed.asset().sha256() + "-" + side)
                .build();
    }

    /**
     * How long a link shall live.
     *
     * @param seconds 1 to a week's; an hour where it is left out
     */
    public record LinkBody(Optional<Integer> seconds) {}

    /** A link to the picture's file that needs no credentials, for a while. */
    @POST
    @Path("{id}/links")
    @Consumes("application/json")
    @Permission("asset:read")
    public Link link(@Context CallContext call, @PathParam("id") String id, LinkBody body) {
        int seconds = body == null || body.seconds() == null
                ? USUAL_LIFE
                : body.seconds().orElse(USUAL_LIFE);
        AssetLink link = library.link(call, new AssetId(id), Duration.ofSeconds(seconds));
        return new Link(address.base() + link.path(), link.expires());
    }

    /**
     * A link.
     *
     * @param url the whole address
     * @param expires when it ends
     */
    public record Link(String url, Instant expires) {}

    /** Deletes an asset and its files. */
    @DELETE
    @Path("{id}")
    @Permission("asset:delete")
    public void delete(@Context CallContext call, @PathParam("id") String id) {
        library.delete(call, new AssetId(id));
    }
}
