package org.image2ai.models;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.RenderSession;

/**
 * A session that ends with its rendering: what a provider says or writes afterwards goes nowhere, so that one that was
 * given up cannot touch the work of the next. A checkpoint is shown only to the model and account that saved it.
 */
final class FencedSession implements RenderSession {
    private static final int MOST_CHECKPOINT = 4_000;
    private static final int MOST_PREVIEW = 1 << 20;
    private static final long PROGRESS_NANOS = 50_000_000;

    private final String mark;
    private final int count;
    private final RenderSession inner;
    private final Set<FencedStream> open = new HashSet<>();
    private final Set<Integer> written = new HashSet<>();
    private final Map<Integer, Integer> previews = new HashMap<>();
    private boolean ended;
    private boolean reported;
    private long lastReport;
    private double lastFraction;

    FencedSession(String mark, int count, RenderSession inner) {
        this.mark = mark;
        this.count = count;
        this.inner = inner;
    }

    /** The mark of the place that a checkpoint belongs to. */
    static Optional<String> begunAt(RenderSession session) {
        return session.checkpoint().map(saved -> saved.substring(0, Math.max(0, saved.indexOf('\n'))));
    }

    /** Ends the line; pictures that were not written to their end are given up. */
    void end() {
        Set<FencedStream> unfinished;
        synchronized (this) {
            ended = true;
            unfinished = Set.copyOf(open);
        }
        unfinished.forEach(FencedStream::abort);
    }

    private synchronized boolean over() {
        return ended;
    }

    /** The outputs that were written to their end. */
    synchronized Set<Integer> written() {
        return Set.copyOf(written);
    }

    @Override
    public void progress(double fraction, String message) {
        if (!over() && !Double.isNaN(fraction) && isDue(fraction)) {
            inner.progress(Math.min(1, Math.max(0, fraction)), message == null ? "" : message);
        }
    }

    /** Who reports a thousand times a second is heard now and then, and at the end. */
    private synchronized boolean isDue(double fraction) {
        long now = System.nanoTime();
        if (fraction < 1 && reported && now - lastReport < PROGRESS_NANOS) {
            return false;
        }
        boolean again = fraction >= 1 && lastFraction >= 1;
        reported = true;
        lastReport = now;
        lastFraction = fraction;
        return !again;
    }

    @Override
    public int wantedPreviews() {
        return inner.wantedPreviews();
    }

    @Override
    public void preview(int output, String mediaType, byte[] picture) {
        boolean sound = output >= 0 && output < count && picture.length <= MOST_PREVIEW;
        if (!over() && sound && isWanted(output)) {
            inner.preview(output, mediaType, picture);
        }
    }

    private synchronized boolean isWanted(int output) {
        return previews.merge(output, 1, Integer::sum) <= inner.wantedPreviews();
    }

    @Override
    public void checkpoint(String token) {
        if (!over()) {
            if (token.length() > MOST_CHECKPOINT) {
                throw new IllegalArgumentException("a checkpoint of " + token.length() + " characters");
            }
            inner.checkpoint(mark + '\n' + token);
        }
    }

    @Override
    public Optional<String> checkpoint() {
        return inner.checkpoint()
                .filter(saved -> saved.startsWith(mark + '\n'))
                .map(saved -> saved.substring(mark.length() + 1));
    }

    @Override
    public boolean cancelled() {
        return over() || inner.cancelled();
    }

    @Override
    public PictureStream output(int output, String mediaType) {
        if (output < 0 || output >= count) {
            throw new IllegalArgumentException("output " + output + " of " + count);
        }
        synchronized (this) {
            FencedStream stream = new FencedStream(output, ended ? null : inner.output(output, mediaType));
            open.add(stream);
            return stream;
        }
    }

    private synchronized void closed(FencedStream stream, boolean whole) {
        open.remove(stream);
        if (whole) {
            written.add(stream.output);
        }
    }

    /** One picture on its way; {@code null} inside once nobody wants it. */
    private final class FencedStream extends PictureStream {
        private final int output;
        private PictureStream stream;

        FencedStream(int output, PictureStream stream) {
            this.output = output;
            this.stream = stream;
        }

        @Override
        public synchronized void write(int b) throws IOException {
            if (stream != null) {
                stream.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) throws IOException {
            if (stream != null) {
                stream.write(b, off, len);
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (stream != null) {
                stream.flush();
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (stream != null) {
                PictureStream closing = stream;
                stream = null;
                boolean whole = false;
                try {
                    closing.close();
                    whole = true;
                } finally {
                    closed(this, whole);
                }
            }
        }

        @Override
        public synchronized void abort() {
            if (stream != null) {
                PictureStream aborting = stream;
                stream = null;
                closed(this, false);
                aborting.abort();
            }
        }
    }
}
