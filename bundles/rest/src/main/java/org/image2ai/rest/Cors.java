package org.image2ai.rest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;

/**
 * Lets pages of other origins call, as configured (<a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch,
 * CORS protocol</a>). Cookies are taken from named origins only, never from any.
 */
@PreMatching
final class Cors implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ANY = "*";
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String EXPOSED =
            "X-Request-Id, Location, Retry-After, ETag, Preference-Applied, Content-Range,"
                    + " X-RateLimit-Limit-Requests, X-RateLimit-Remaining-Requests, X-RateLimit-Reset-Requests, Tk";

    private final Set<String> origins;

    Cors(String commas) {
        origins = Arrays.stream(commas.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")
                && request.getHeaderString("Access-Control-Request-Method") != null
                && allowed(request.getHeaderString("Origin"))) {
            request.abortWith(Response.noContent().build());
        }
    }

    private boolean allowed(String origin) {
        return origin != null && (origins.contains(ANY) || origins.contains(origin));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (origins.isEmpty()) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add("Vary", "Origin");
        String origin = request.getHeaderString("Origin");
        if (!allowed(origin)) {
            return;
        }
        if (origins.contains(origin)) {
            headers.putSingle("Access-Control-Allow-Origin", origin);
            headers.putSingle("Access-Control-Allow-Credentials", "true");
        } else {
            headers.putSingle("Access-Control-Allow-Origin", ANY);
        }
        headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        if (request.getMethod().equals("OPTIONS")) {
            String asked = request.getHeaderString("Access-Control-Request-Headers");
            headers.putSingle("Access-Control-Allow-Methods", METHODS);
            headers.putSingle(
                    "Access-Control-Allow-Headers", asked == null ? "Authorization, Content-Type" : plain(asked));
            headers.putSingle("Access-Control-Max-Age", "600");
        }
    }

    /** Only what can be the name of a header goes back. */
    private static String plain(String asked) {
        return asked.replaceAll("[^A-Za-z0-9_, -]", "");
    }
}
