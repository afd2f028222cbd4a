package org.image2ai.api.moderation;

import java.util.Objects;

/**
 * What a reviewer found.
 *
 * @param category what
 * @param score how sure it is, from 0 to 1
 * @param reason for the people who decide: what was found, in a few words
 */
public record Finding(ContentCategory category, double score, String reason) {
    public Finding {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is 0 to 1, not " + score);
        }
    }
}
