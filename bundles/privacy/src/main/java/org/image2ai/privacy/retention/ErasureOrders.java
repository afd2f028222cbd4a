package org.image2ai.privacy.retention;

import org.image2ai.api.AccountId;

/** The way to have an account erased that did not ask for it itself. */
@FunctionalInterface
public interface ErasureOrders {
    /**
     * Begins the erasure of an account with all that it made; where one is under way already it is the answer.
     *
     * @param reason {@code inactive} or {@code child}
     * @param actor who orders it
     * @return the id of the request that proves it
     */
    String erase(AccountId account, String reason, String actor);
}
