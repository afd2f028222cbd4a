package org.image2ai.billing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change of an account's credits, before it stands in the journal.
 *
 * @param kind {@code plan}, {@code grant}, {@code correction}, {@code spend} or {@code expiry}
 * @param reference the job or act that it belongs to
 * @param reason for people; may be empty
 * @param actor who did it
 * @param changes what changes in each bucket, by its id
 */
record Posting(String kind, String reference, String reason, String actor, Map<String, Long> changes) {
    static final String SYSTEM = "system";

    Posting {
        changes = new LinkedHashMap<>(changes);
    }

    /** What the account wins or loses. */
    long credits() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }
}
