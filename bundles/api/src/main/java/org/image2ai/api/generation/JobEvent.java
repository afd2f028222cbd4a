package org.image2ai.api.generation;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to a job.
 *
 * @param id grows within a job
 * @param kind what happened
 * @param job the job as it was then
 * @param preview the unfinished picture, for {@link Kind#PREVIEW}
 */
public record JobEvent(long id, Kind kind, Job job, Optional<Preview> preview) {
    /** What happened. */
    public enum Kind {
        /** It changed its state. */
        STATE,
        /** It came further. */
        PROGRESS,
        /** An unfinished picture can be seen. */
        PREVIEW
    }

    /**
     * An unfinished picture.
     *
     * @param output of which output
     * @param mediaType its type
     * @param picture the encoded picture; not to be changed
     */
    public record Preview(int output, String mediaType, byte[] picture) {}

    public JobEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(preview, "preview");
    }
}
