package org.image2ai.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.image2ai.api.PlatformException;

/**
 * CXF's servlet, but for what it cannot read, and for addresses that are not wholly served: for a moment before and
 * after, CXF knows an address that nobody listens at, and answers 200 with nothing. Whatever fails here is a problem as
 * everywhere else: the container's own page would show strangers what is inside.
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
            Optional<PlatformException> malformed = Malformed.of(request);
            if (malformed.isPresent()) {
                refuse(response, malformed.get());
            } else if (awaited.isAwaited(request.getRequestURI())) {
                refuse(response, Guard.starting());
            } else {
                serve(request, response);
            }
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            super.invoke(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || request.isAsyncStarted()) {
                throw e;
            }
            response.reset();
            refuse(response, e);
            return;
        }
        boolean answered =
                response.isCommitted() || request.isAsyncStarted() || response.getHeader(RequestIds.HEADER) != null;
        if (!answered) {
            // CXF says in words of its own, by the writer, that it serves nothing there.
            response.reset();
            refuse(response, Guard.starting());
        }
    }

    private void refuse(HttpServletResponse response, Throwable failure) throws IOException {
        String id = RequestIds.fresh();
        PlatformException why = Problems.of(failure, id);
        Problem problem = Problem.of(why, id);
        response.setStatus(problem.status());
        response.setContentType(ProblemMapper.TYPE);
        response.setHeader(RequestIds.HEADER, problem.requestId());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        why.retryAfter().ifPresent(pause -> response.setHeader("Retry-After", Long.toString(pause.toSeconds())));
        json.writeValue(response.getOutputStream(), problem);
    }
}
