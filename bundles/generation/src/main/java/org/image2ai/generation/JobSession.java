package org.image2ai.generation;

import java.io.IOException;
import java.util.Optional;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobEvent.Kind;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.model.RenderSession;

/** A rendering's line to its job: progress goes to who listens and now and then into the row, pictures are staged. */
final class JobSession implements RenderSession {
    private static final long NOW_AND_THEN_NANOS = 2_000_000_000;
    private static final int MOST_MESSAGE = 200;

    private final ClaimedJob claim;
    private final JobRows rows;
    private final JobHub hub;
    private final Running running;
    private final Library library;
    private Job job;
    private long written = System.nanoTime();
    private Optional<String> checkpoint;

    JobSession(
            ClaimedJob claim, Optional<String> checkpoint, JobRows rows, JobHub hub, Running running, Library library) {
        this.claim = claim;
        this.checkpoint = checkpoint;
        this.rows = rows;
        this.hub = hub;
        this.running = running;
        this.library = library;
        this.job = claim.job();
    }

    @Override
    public synchronized void progress(double fraction, String message) {
        if (fraction < job.progress()) {
            return;
        }
        String cut = message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) : message;
        job = with(job, fraction, cut);
        hub.publish(Kind.PROGRESS, job, Optional.empty());
        long now = System.nanoTime();
        if (now - written > NOW_AND_THEN_NANOS) {
            written = now;
            rows.progress(job.id(), claim.attempt(), fraction, cut);
        }
    }

    private static Job with(Job job, double progress, String message) {
        return new Job(
                job.id(),
                job.owner(),
                JobState.RUNNING,
                job.request(),
                progress,
                message,
                Optional.empty(),
                job.outputs(),
                job.receipt(),
                job.error(),
                job.times());
    }

    @Override
    public int wantedPreviews() {
        return claim.job().request().previews();
    }

    @Override
    public synchronized void preview(int output, String mediaType, byte[] picture) {
        hub.publish(Kind.PREVIEW, job, Optional.of(new JobEvent.Preview(output, mediaType, picture)));
    }

    @Override
    public synchronized void checkpoint(String token) {
        rows.checkpoint(job.id(), claim.attempt(), token);
        checkpoint = Optional.of(token);
    }

    @Override
    public synchronized Optional<String> checkpoint() {
        return checkpoint;
    }

    @Override
    public void leaves(String bundle, String host) {
        rows.leaves(claim.job().owner(), bundle, host);
    }

    @Override
    public boolean cancelled() {
        return running.isCancelled(claim.job().id());
    }

    @Override
    public PictureStream output(int output, String mediaType) {
        return new Staged(library.stage(staged(claim, output)));
    }

    static StagedOutput staged(ClaimedJob claim, int output) {
        return new StagedOutput(claim.job().owner(), claim.job().id(), claim.attempt(), output);
    }

    /** Closing commits, for that is how a provider says that a picture is whole. */
    private static final class Staged extends PictureStream {
        private final StagedWriter writer;
        private boolean open = true;
        private boolean broken;

        Staged(StagedWriter writer) {
            this.writer = writer;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            try {
                writer.write(b, off, len);
            } catch (IOException | RuntimeException e) {
                broken = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                try (writer) {
                    if (!broken) {
                        writer.commit();
                    }
                }
            }
        }

        @Override
        public void abort() {
            broken = true;
            try {
                close();
            } catch (IOException e) {
                // Only a temporary file is left behind.
            }
        }
    }
}
