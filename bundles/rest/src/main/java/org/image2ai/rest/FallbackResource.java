package org.image2ai.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.image2ai.api.security.Public;

/** Everything at whose address no other resource is served: the one path it knows is never asked for. */
@Path("/")
@Public
public final class FallbackResource {
    /** Exists because a resource must have a method. */
    @GET
    @Path("{nothing: (?!)}")
    public String nothing() {
        return "";
    }
}
