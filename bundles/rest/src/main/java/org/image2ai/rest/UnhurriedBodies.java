package org.image2ai.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;

/**
 * Lets nobody take the threads of the server by sending a body slowly. A small body is gathered while no thread waits for
 * it, and the request goes on once it is there; large ones are read by their thread, of which only some may do so at a
 * time.
 */
final class UnhurriedBodies implements Filter {
    private static final String SEEN = UnhurriedBodies.class.getName();
    private static final int SMALL = 1 << 18;
    private static final int MOST_LARGE = 100;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Semaphore large = new Semaphore(MOST_LARGE);

    @Override
    public void init(FilterConfig config) {
        // Nothing is configured.
    }

    @Override
    public void destroy() {
        // Nothing is kept.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object seen = request.getAttribute(SEEN);
        request.setAttribute(SEEN, true);
        if (seen instanceof byte[] body) {
            chain.doFilter(new WithBody((HttpServletRequest) request, body), response);
        } else if (seen != null || isHere((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else if (isSmall(request)) {
            gather(request);
        } else if (large.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                large.release();
            }
        } else {
            refuse((HttpServletResponse) response);
        }
    }

    private static boolean isSmall(ServletRequest request) {
        return request.getContentLengthLong() >= 0 && request.getContentLengthLong() <= SMALL;
    }

    /** Whether there is no body, or all of it came with the header. */
    private static boolean isHere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            return request.getHeader("Transfer-Encoding") == null;
        }
        return length == 0 || length <= SMALL && request.getInputStream().available() >= length;
    }

    private static void gather(ServletRequest request) throws IOException {
        AsyncContext later = request.startAsync();
        later.setTimeout(PATIENCE_MILLIS);
        Gathering gathering = new Gathering(request.getInputStream(), later);
        later.addListener(gathering);
        request.getInputStream().setReadListener(gathering);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .print("{\"type\":\"urn:image2ai:problem:busy\",\"title\":\"Service Unavailable\",\"status\":503,"
                        + "\"detail\":\"Many large bodies are on their way. Come again in a moment.\","
                        + "\"code\":\"busy\",\"retryable\":true}");
    }

    /** A body on its way. Whoever is too slow, or leaves, is told no more. */
    private static final class Gathering implements ReadListener, AsyncListener {
        private final ServletInputStream in;
        private final AsyncContext later;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Gathering(ServletInputStream in, AsyncContext later) {
            this.in = in;
            this.later = later;
        }

        @Override
        public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[8192];
            while (in.isReady()) {
                int n = in.read(buffer);
                if (n < 0) {
                    return;
                }
                body.write(buffer, 0, n);
            }
        }

        @Override
        public void onAllDataRead() {
            later.getRequest().setAttribute(SEEN, body.toByteArray());
            later.dispatch();
        }

        @Override
        public void onError(Throwable failure) {
            later.complete();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            ((HttpServletResponse) later.getResponse()).setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
            later.complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // It went on, or was given up.
        }

        @Override
        public void onError(AsyncEvent event) {
            // The read listener is told too.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Whoever begins anew has listeners of their own.
        }
    }

    /** The request with the body that was gathered. */
    private static final class WithBody extends HttpServletRequestWrapper {
        private final ByteArrayInputStream body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] to, int from, int length) {
                    return body.read(to, from, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body is here already.");
                }
            };
        }
    }
}
