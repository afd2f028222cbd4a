package org.image2ai.privacy.export;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Copies for the person who has the signed link. */
@Component(service = DownloadsResource.class)
@JaxrsResource
@Path(ExportLinks.ADDRESS)
@Public
public final class DownloadsResource {
    private final ExportService exports;
    private final ExportLinks links;

    @Activate
    public DownloadsResource(@Reference ExportService exports, @Reference ExportLinks links) {
        this.exports = exports;
        this.links = links;
    }

    /** A copy by a link that works for a while, without credentials. */
    @GET
    @Path("{id}")
    @Produces("*/*")
    @Answers(
            value = byte[].class,
            status = {200, 206})
    public Response download(
            @PathParam("id") String id,
            @QueryParam("expires") @DefaultValue("0") long expires,
            @QueryParam("signature") @DefaultValue("") String signature,
            @HeaderParam("Range") String range) {
        Export export = exports.row(id).orElseThrow(() -> PlatformException.notFound("export", id));
        links.check(export, expires, signature);
        return ExportDownload.of(export, exports.archive(export), range);
    }
}
