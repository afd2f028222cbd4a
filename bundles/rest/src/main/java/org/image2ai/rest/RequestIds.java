package org.image2ai.rest;

import java.util.UUID;
import java.util.regex.Pattern;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.slf4j.MDC;

/** Gives every request an id (the client's, where it is well-formed), and every answer its safety headers. */
@PreMatching
final class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "X-Request-Id";
    private static final String PROPERTY = RequestIds.class.getName();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    @Override
    public void filter(ContainerRequestContext request) {
        String given = request.getHeaderString(HEADER);
        String id = given != null && SHAPE.matcher(given).matches() ? given : fresh();
        JAXRSUtils.getCurrentMessage().getExchange().put(PROPERTY, id);
        MDC.put("requestId", id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HEADER, current());
        headers.putSingle("X-Content-Type-Options", "nosniff");
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-store");
        }
        MDC.remove("requestId");
    }

    static String fresh() {
        return "req_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The id of the request that this thread answers. */
    static String current() {
        Message message = JAXRSUtils.getCurrentMessage();
        Object id = message == null ? null : message.getExchange().get(PROPERTY);
        return id == null ? "req_none" : (String) id;
    }
}
