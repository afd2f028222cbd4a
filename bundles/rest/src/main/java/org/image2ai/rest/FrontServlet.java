package org.image2ai.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.image2ai.api.PlatformException;

/**
 * CXF's servlet, but for addresses that are not wholly served: for a moment before and after, CXF knows an address that
 * nobody listens at, and answers 200 with nothing.
 */
final class FrontServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient AwaitedAddresses awaited;
    private final transient ObjectMapper json = Json.mapper();

    FrontServlet(AwaitedAddresses awaited) {
        this.awaited = awaited;
    }

    @Override
    protected void invoke(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            if (awaited.isAwaited(request.getRequestURI())) {
                comeAgain(response);
                return;
            }
            super.invoke(request, response);
            boolean answered =
                    response.isCommitted() || request.isAsyncStarted() || response.getHeader(RequestIds.HEADER) != null;
            if (!answered) {
                comeAgain(response);
            }
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    private void comeAgain(HttpServletResponse response) throws IOException {
        PlatformException starting = Guard.starting();
        Problem problem = Problem.of(starting, RequestIds.fresh());
        response.setStatus(problem.status());
        response.setContentType(ProblemMapper.TYPE);
        response.setHeader(RequestIds.HEADER, problem.requestId());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Retry-After", Long.toString(starting.retryAfter().orElseThrow().toSeconds()));
        json.writeValue(response.getOutputStream(), problem);
    }
}
