package org.image2ai.kit.review;

import java.time.Duration;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.ContentReview;

/**
 * The review of content as a concern finds it: it comes and goes with its bundle.
 *
 * @param live the review; empty while there is none
 * @param required whether nothing may pass without one
 */
public record Reviewing(Optional<ContentReview> live, boolean required) {
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Whether work may go on: it can be reviewed, or need not be. */
    public boolean isReady() {
        return missing().isEmpty();
    }

    private Optional<String> missing() {
        return live.map(ContentReview::missing)
                .orElseGet(() -> Optional.of("the moderation bundle").filter(m -> required));
    }

    /**
     * The review to ask; empty where none is there and none is required.
     *
     * @throws PlatformException EXHAUSTED {@code review_unavailable} while content cannot be reviewed but must be
     */
    public Optional<ContentReview> ready() {
        missing().ifPresent(what -> {
            throw PlatformException.exhausted(
                            "review_unavailable",
                            "Content cannot be reviewed at present: " + what + " is missing.",
                            true)
                    .retryAfter(SOON);
        });
        return live;
    }
}
