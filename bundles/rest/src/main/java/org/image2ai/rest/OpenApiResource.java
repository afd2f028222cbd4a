package org.image2ai.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.image2ai.api.security.Public;

/** The OpenAPI document. */
@Path("/api/openapi.json")
@Public
public final class OpenApiResource {
    private final OpenApiDocument document;

    OpenApiResource(OpenApiDocument document) {
        this.document = document;
    }

    /** OpenAPI 3 in JSON. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String document() {
        return document.json();
    }
}
