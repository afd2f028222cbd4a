package org.image2ai.api.billing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * What an account has, in whole credits.
 *
 * @param account whose
 * @param plan the name of its plan
 * @param balance all that it has
 * @param held what is held for work under way
 * @param available balance − held, never below zero
 * @param buckets where it lies, in the order in which it is drawn on
 */
public record CreditBalance(
        AccountId account, String plan, long balance, long held, long available, List<Bucket> buckets) {
    /**
     * Credits of one origin.
     *
     * @param kind {@code plan}, {@code grant} or {@code purchase}
     * @param balance what is in it
     * @param held what of it is held
     * @param expires when it becomes worthless
     */
    public record Bucket(String kind, long balance, long held, Optional<Instant> expires) {
        public Bucket {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(expires, "expires");
        }
    }

    public CreditBalance {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(plan, "plan");
        buckets = List.copyOf(buckets);
    }
}
