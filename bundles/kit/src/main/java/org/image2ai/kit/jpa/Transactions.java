package org.image2ai.kit.jpa;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Transactions that span concerns. Every persistence unit that is used inside shares one database connection. */
@ProviderType
public interface Transactions {
    /**
     * Runs work in the current transaction, or in one of its own. Any exception rolls it back and is rethrown as it
     * is.
     */
    <T> T required(Supplier<T> work);

    /** Runs work in a transaction of its own, while the current one, if any, waits. */
    <T> T requiresNew(Supplier<T> work);

    /**
     * As {@link #required}, but where it has a transaction of its own, what that changed may be lost when the process is
     * killed within the next second. For changes that nobody is told of and that are made again then.
     */
    default <T> T relaxed(Supplier<T> work) {
        return required(work);
    }

    /**
     * As {@link #required}, but where it has a transaction of its own, what follows its commit ({@link #afterCommit}) is
     * run at once, and not only when the commit outlives the process, which this still waits for before it returns. For
     * work that may begin before anybody is told of it.
     */
    default <T> T early(Supplier<T> work) {
        return required(work);
    }

    /**
     * Runs something after the current transaction has committed, and never if it rolls back; at once when there is
     * none. It runs outside the transaction, so it may begin another. What it throws is logged and goes no further.
     *
     * @throws IllegalStateException in a transaction that was not begun by {@link #required} or {@link #requiresNew}
     */
    void afterCommit(Runnable action);
}
