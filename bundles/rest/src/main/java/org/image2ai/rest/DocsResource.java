package org.image2ai.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Response;
import org.image2ai.api.security.Public;
import org.osgi.framework.Bundle;

/** The viewer of the API: Swagger UI, from this server only. */
@Path("/api/docs")
@Public
public final class DocsResource {
    private static final Map<String, String> TYPES = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "favicon-32x32.png", "image/png",
            "start.js", "text/javascript");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    private final Bundle bundle;

    DocsResource(Bundle bundle) {
        this.bundle = bundle;
    }

    /** The page. */
    @GET
    public Response page() throws IOException {
        return file("index.html", "text/html;charset=utf-8");
    }

    /** What the page needs. */
    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String name) throws IOException {
        String type = TYPES.get(name);
        if (type == null) {
            throw new NotFoundException();
        }
        return file(name, type);
    }

    private Response file(String name, String type) throws IOException {
        Enumeration<URL> found = bundle.findEntries("docs", name, true);
        if (found == null) {
            throw new NotFoundException();
        }
        try (InputStream in = found.nextElement().openStream()) {
            return Response.ok(in.readAllBytes(), type)
                    .header("Content-Security-Policy", POLICY)
                    .header("Cache-Control", "max-age=3600")
                    .build();
        }
    }
}
