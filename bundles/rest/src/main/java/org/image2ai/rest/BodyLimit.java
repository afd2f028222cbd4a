package org.image2ai.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.image2ai.api.PlatformException;

/** Refuses JSON bodies beyond a limit, whether or not their length is said beforehand. Files have their own limits. */
final class BodyLimit implements ContainerRequestFilter {
    private final long maxBytes;

    BodyLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMediaType() == null
                || !request.getMediaType().getSubtype().endsWith("json")
                || !request.hasEntity()) {
            return;
        }
        if (request.getLength() > maxBytes) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    private PlatformException tooLarge() {
        return PlatformException.invalid("payload_too_large", "A JSON body may have " + maxBytes + " bytes at most.");
    }

    private final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int some = super.read(buffer, from, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > maxBytes) {
                throw tooLarge();
            }
        }
    }
}
