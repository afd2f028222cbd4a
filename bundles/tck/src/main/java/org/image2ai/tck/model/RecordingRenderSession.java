package org.image2ai.tck.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;

/** A render session in memory that keeps all that a provider says. */
public final class RecordingRenderSession implements RenderSession {
    private int wanted;
    /**
     * A preview.
     *
     * @param output the number of the output it will become
     * @param mediaType its type
     * @param picture the encoded picture
     */
    public record Preview(int output, String mediaType, byte[] picture) {}

    /**
     * A picture that was written to its end.
     *
     * @param mediaType what the provider claims
     * @param bytes the encoded picture
     */
    public record Output(String mediaType, byte[] bytes) {}

    private final long maxBytes;
    private final List<Double> progress = new ArrayList<>();
    private final List<Preview> previews = new ArrayList<>();
    private final List<String> checkpoints = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Map<Integer, Output> outputs = new TreeMap<>();
    private boolean cancelled;

    /** A session without limits. */
    public RecordingRenderSession() {
        this(Long.MAX_VALUE);
    }

    /** A session in which an output beyond {@code maxBytes} fails with {@code output_too_large}. */
    public RecordingRenderSession(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public synchronized void progress(double fraction, String message) {
        progress.add(fraction);
    }

    @Override
    public synchronized void leaves(String bundle, String host) {
        left.add(bundle + " " + host);
    }

    /** The bundles and hosts that it was said to leave for. */
    public synchronized List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public int wantedPreviews() {
        return wanted;
    }

    /** Asks for unfinished pictures. */
    public void wantPreviews(int each) {
        wanted = each;
    }

    @Override
    public synchronized void preview(int output, String mediaType, byte[] picture) {
        previews.add(new Preview(output, mediaType, picture.clone()));
    }

    @Override
    public synchronized void checkpoint(String token) {
        checkpoints.add(token);
    }

    @Override
    public synchronized Optional<String> checkpoint() {
        return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
    }

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** From now on the work is not wanted. */
    public synchronized void cancel() {
        cancelled = true;
    }

    @Override
    public PictureStream output(int output, String mediaType) {
        return new Recorder(output, mediaType);
    }

    /** Everything that was said of progress, in order. */
    public synchronized List<Double> progressReports() {
        return List.copyOf(progress);
    }

    /** Every preview, in order. */
    public synchronized List<Preview> previews() {
        return List.copyOf(previews);
    }

    /** Every checkpoint, in order. */
    public synchronized List<String> checkpoints() {
        return List.copyOf(checkpoints);
    }

    /** The pictures that were written to their end, by number. */
    public synchronized Map<Integer, Output> outputs() {
        return new TreeMap<>(outputs);
    }

    private synchronized void ended(int number, Output output) {
        outputs.put(number, output);
    }

    private final class Recorder extends PictureStream {
        private final int number;
        private final String mediaType;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean failed;

        Recorder(int number, String mediaType) {
            this.number = number;
            this.mediaType = mediaType;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            if (failed || bytes.size() + (long) len > maxBytes) {
                failed = true;
                throw PlatformException.invalid(
                        "output_too_large", "The output is larger than " + maxBytes + " bytes.");
            }
            bytes.write(b, off, len);
        }

        @Override
        public void abort() {
            failed = true;
        }

        @Override
        public void close() {
            if (!failed) {
                ended(number, new Output(mediaType, bytes.toByteArray()));
            }
        }
    }
}
