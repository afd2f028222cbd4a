package org.image2ai.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.MaxJson;

/** Refuses JSON bodies beyond a limit, whether or not their length is said beforehand. Files have their own limits. */
final class BodyLimit implements ContainerRequestFilter {
    private final long usual;

    @Context
    private ResourceInfo resource;

    BodyLimit(long usual) {
        this.usual = usual;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMediaType() == null
                || !request.getMediaType().getSubtype().endsWith("json")
                || !request.hasEntity()) {
            return;
        }
        MaxJson own = resource.getResourceMethod().getAnnotation(MaxJson.class);
        long maxBytes = own == null ? usual : own.value();
        if (request.getLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), maxBytes));
    }

    private static PlatformException tooLarge(long maxBytes) {
        return PlatformException.invalid("payload_too_large", "A JSON body may have " + maxBytes + " bytes at most.");
    }

    private static final class Limited extends FilterInputStream {
        private final long maxBytes;
        private long read;

        Limited(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
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
                throw tooLarge(maxBytes);
            }
        }
    }
}
