package org.image2ai.api.moderation;

import java.util.List;

/**
 * What a reviewer says of content. It has an opinion; what follows from it is decided by the thresholds of the operator.
 *
 * @param findings what was found, at most one of a category; empty when there is nothing to say
 */
public record ReviewResult(List<Finding> findings) {
    /** Nothing was found. */
    public static final ReviewResult CLEAN = new ReviewResult(List.of());

    public ReviewResult {
        findings = List.copyOf(findings);
    }
}
