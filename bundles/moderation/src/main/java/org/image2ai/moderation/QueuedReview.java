package org.image2ai.moderation;

import java.util.Optional;

/**
 * Content that did not pass, as moderators see it.
 *
 * @param review as its owner sees it
 * @param account whose
 * @param score how surely it is of its category, 0 to 1
 * @param reason by what it was found
 * @param picture where its picture is, while it waits
 */
public record QueuedReview(ReviewView review, String account, double score, String reason, Optional<String> picture) {
    static QueuedReview of(Review review) {
        return new QueuedReview(
                ReviewView.of(review),
                review.account().value(),
                review.finding().score(),
                review.finding().reason(),
                Optional.of("/api/v1/admin/reviews/" + review.id() + "/picture").filter(p -> review.hasFile()));
    }
}
