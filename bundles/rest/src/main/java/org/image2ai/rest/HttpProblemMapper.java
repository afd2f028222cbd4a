package org.image2ai.rest;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** Takes the place of CXF's own mapper for errors of HTTP, which would win over one for all throwables. */
final class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {
    private final ProblemMapper problems;

    HttpProblemMapper(ProblemMapper problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response answer = failure.getResponse();
        boolean problem = answer.getStatus() >= 400;
        return problem ? problems.toResponse(failure) : answer;
    }
}
