package org.image2ai.api.privacy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What became (or would become) of one item.
 *
 * @param status what
 * @param reason why it is kept, with the statute; empty for what is gone
 * @param until when what is kept ends
 */
public record Outcome(Status status, String reason, Optional<LocalDate> until) {
    /** What became of an item. */
    public enum Status {
        /** It is gone. */
        ERASED,
        /** It is kept without any way back to the person. */
        ANONYMISED,
        /** Its key was destroyed. */
        SHREDDED,
        /** It is kept, for the reason given. */
        RETAINED,
        /** It was not there. */
        NOT_FOUND,
        /** A copy outside is on its way out. */
        PENDING_EXTERNAL,
        /** It could not be erased. */
        FAILED
    }

    public Outcome {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
        if (status == Status.RETAINED && (reason.isBlank() || until.isEmpty())) {
            throw new IllegalArgumentException("what is retained names its reason and its end");
        }
    }

    /** It is gone. */
    public static Outcome erased() {
        return new Outcome(Status.ERASED, "", Optional.empty());
    }

    /** Its key was destroyed, so that no copy of it can be read any more. */
    public static Outcome shredded() {
        return new Outcome(Status.SHREDDED, "", Optional.empty());
    }

    /** It was not there. */
    public static Outcome notFound() {
        return new Outcome(Status.NOT_FOUND, "", Optional.empty());
    }

    /** It is kept without any way back to the person. */
    public static Outcome anonymised() {
        return new Outcome(Status.ANONYMISED, "", Optional.empty());
    }

    /** It is kept, and why, and until when. */
    public static Outcome retained(String reason, LocalDate until) {
        return new Outcome(Status.RETAINED, reason, Optional.of(until));
    }
}
