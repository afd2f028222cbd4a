package org.image2ai.rest;

import java.util.Locale;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.ErrorShape;

/** The one mapper of errors. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    static final String TYPE = "application/problem+json";

    private final ErrorShapes shapes;

    ProblemMapper(ErrorShapes shapes) {
        this.shapes = shapes;
    }

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = RequestIds.current();
        PlatformException e = Problems.of(failure, requestId);
        Problem problem = Problem.of(e, requestId);
        Response.ResponseBuilder response = shapes.of(JAXRSUtils.getCurrentMessage())
                .map(shape -> shaped(shape.shape(e, problem.status(), requestId)))
                .orElseGet(
                        () -> Response.status(problem.status()).entity(problem).type(TYPE));
        e.retryAfter().ifPresent(pause -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, pause.toSeconds())));
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"image2ai\"");
        }
        if (failure instanceof WebApplicationException w && problem.status() == 405) {
            response.header(HttpHeaders.ALLOW, allowed(w.getResponse()));
        }
        return response.build();
    }

    private static Response.ResponseBuilder shaped(ErrorShape.Shaped answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        answer.headers().forEach(response::header);
        return response;
    }

    private static String allowed(Response response) {
        return String.join(
                ", ",
                response.getAllowedMethods().stream()
                        .map(m -> m.toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
