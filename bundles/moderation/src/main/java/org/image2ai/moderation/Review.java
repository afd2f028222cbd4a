package org.image2ai.moderation;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Submission;

/**
 * Content that did not pass.
 *
 * @param id its identity
 * @param account whose
 * @param subject what it is
 * @param finding what was found in it
 * @param hash by which the same content is known again
 * @param prompt the words, for a prompt
 * @param picture what is known of a picture
 * @param state what became of it
 * @param decision what a person decided
 * @param created when
 */
record Review(
        String id,
        AccountId account,
        Subject subject,
        Found finding,
        String hash,
        Optional<String> prompt,
        Optional<Picture> picture,
        State state,
        Decision decision,
        Instant created) {
    /** What was reviewed. */
    enum Subject {
        /** The words of a job. */
        PROMPT,
        /** A picture that came. */
        UPLOAD,
        /** A picture that a job made. */
        RESULT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    enum State {
        /** It waits for a person. */
        HELD,
        /** It was refused without one. */
        REFUSED,
        /** It was refused, and waits for a person. */
        APPEALED,
        /** A person let it through. */
        APPROVED,
        /** A person did not. */
        REJECTED;

        /** Whether a person is to look at it. */
        boolean open() {
            return this == HELD || this == APPEALED;
        }

        boolean decided() {
            return this == APPROVED || this == REJECTED;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was found.
     *
     * @param category what
     * @param score how surely
     * @param reason by what
     */
    record Found(ContentCategory category, double score, String reason) {}

    /**
     * A picture.
     *
     * @param mediaType of its file
     * @param made how it was made, for a result
     */
    record Picture(String mediaType, Optional<Submission.Made> made) {}

    /**
     * What people said and decided.
     *
     * @param appeal why its owner thinks that it is wrong
     * @param appealed when
     * @param note what the moderator said
     * @param decided when
     * @param asset what it became in its owner's library
     */
    record Decision(
            Optional<String> appeal,
            Optional<Instant> appealed,
            Optional<String> note,
            Optional<Instant> decided,
            Optional<AssetId> asset) {
        static final Decision NONE =
                new Decision(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Review {
        Objects.requireNonNull(id, "id");
    }

    /** Whether the file of it is kept, so that a person can look at it. */
    boolean hasFile() {
        return state == State.HELD && picture.isPresent();
    }
}
