package org.image2ai.api.moderation;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.library.Lineage;

/**
 * A picture before it is anybody's.
 *
 * @param small what reviewers look at
 * @param mediaType of the whole file
 * @param file opens the whole file, for the case that a person must look at it
 * @param made how it was made, for a result; empty for an upload
 */
public record Submission(Content.Picture small, String mediaType, Opener file, Optional<Made> made) {
    /** Opens a file; whoever calls it closes the stream. */
    @FunctionalInterface
    public interface Opener {
        /** Opens it from its first byte. */
        InputStream open();
    }

    /**
     * How a result was made.
     *
     * @param attempt in which attempt of its job
     * @param lineage of what
     */
    public record Made(int attempt, Lineage lineage) {
        public Made {
            Objects.requireNonNull(lineage, "lineage");
        }
    }

    public Submission {
        Objects.requireNonNull(small, "small");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(made, "made");
    }
}
