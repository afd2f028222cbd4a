package org.image2ai.rest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.ws.rs.ext.WriterInterceptor;
import javax.ws.rs.ext.WriterInterceptorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that leaves in the middle of an answer is no fault of ours: the rest of the answer ends without a word. */
final class GoneClients implements WriterInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(GoneClients.class);

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Watched out = new Watched(context.getOutputStream());
        context.setOutputStream(out);
        try {
            context.proceed();
        } catch (IOException | RuntimeException e) {
            if (!out.broken) {
                throw e;
            }
            LOG.debug("A client left in the middle of an answer.", e);
        }
    }

    /** Knows whether it was the way out that broke, or what was to be sent. */
    private static final class Watched extends FilterOutputStream {
        private boolean broken;

        Watched(OutputStream out) {
            super(out);
        }

        /** A step on the way out. */
        private interface Step {
            void run() throws IOException;
        }

        private void watch(Step step) throws IOException {
            try {
                step.run();
            } catch (IOException | RuntimeException e) {
                broken = true;
                throw e;
            }
        }

        @Override
        public void write(int one) throws IOException {
            watch(() -> out.write(one));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            watch(() -> out.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            watch(out::flush);
        }

        @Override
        public void close() throws IOException {
            watch(out::close);
        }
    }
}
