package org.image2ai.rest;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;

/** Takes the place of CXF's own mapper for errors of HTTP, which would win over one for all throwables. */
final class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {
    private final ProblemMapper problems;
    private final AwaitedAddresses awaited;

    HttpProblemMapper(ProblemMapper problems, AwaitedAddresses awaited) {
        this.problems = problems;
        this.awaited = awaited;
    }

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response answer = failure.getResponse();
        if (answer.getStatus() == 404 && awaited.isAwaited(path())) {
            return problems.toResponse(Guard.starting());
        }
        boolean problem = answer.getStatus() >= 400;
        return problem ? problems.toResponse(failure) : answer;
    }

    private static String path() {
        return String.valueOf(JAXRSUtils.getCurrentMessage().get(Message.REQUEST_URI));
    }
}
