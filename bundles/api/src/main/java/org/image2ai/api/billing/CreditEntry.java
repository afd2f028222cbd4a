package org.image2ai.api.billing;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of an account's ledger.
 *
 * @param id its identity
 * @param at when it was posted
 * @param kind {@code plan}, {@code grant}, {@code correction}, {@code spend} or {@code expiry}
 * @param credits added (positive) or taken
 * @param reference the job or act that it belongs to
 * @param reason for people; may be empty
 */
public record CreditEntry(String id, Instant at, String kind, long credits, String reference, String reason) {
    public CreditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(reason, "reason");
    }
}
