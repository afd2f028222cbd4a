package org.image2ai.api.privacy;

import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts whose erasure has begun. Whoever writes something of a person asks in the transaction that writes it, so that
 * a job that ends after the erasure began leaves nothing. Answers from memory, on any thread.
 */
@ProviderType
@FunctionalInterface
public interface ErasureFence {
    /** Whether nothing of an account may be written any more. */
    boolean isClosed(AccountId account);

    /** @throws PlatformException DENIED {@code account_erased} when nothing of it may be written any more */
    default void requireOpen(AccountId account) {
        if (isClosed(account)) {
            throw PlatformException.denied("account_erased", "The account is being erased; nothing is kept of it.");
        }
    }
}
