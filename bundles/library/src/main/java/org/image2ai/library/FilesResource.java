package org.image2ai.library;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.image2ai.api.AssetId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Asset;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Public;
import org.image2ai.api.storage.BlobService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Pictures for whoever has a signed link. */
@Component(service = FilesResource.class)
@JaxrsResource
@Path(Links.ADDRESS)
@Public
public final class FilesResource {
    private final Assets assets;
    private final BlobService blobs;
    private final Links links;

    @Activate
    public FilesResource(@Reference Assets assets, @Reference BlobService blobs, @Reference Links links) {
        this.assets = assets;
        this.blobs = blobs;
        this.links = links;
    }

    /** A picture by a link that works for a while, without credentials. */
    @GET
    @Path("{id}")
    @Produces("*/*")
    @Answers(
            value = byte[].class,
            status = {200, 206, 304})
    public Response file(
            @PathParam("id") String id,
            @QueryParam("expires") @DefaultValue("0") long expires,
            @QueryParam("signature") @DefaultValue("") String signature,
            @HeaderParam("Range") String range,
            @HeaderParam("If-None-Match") String known) {
        AssetId asset = new AssetId(id);
        links.check(asset, expires, signature);
        Assets.Filed filed = assets.find(asset).orElseThrow(() -> PlatformException.notFound("asset", id));
        Asset picture = filed.asset();
        return Download.of(
                picture, range, known, (from, length) -> blobs.read(picture.owner(), filed.file(), from, length));
    }
}
