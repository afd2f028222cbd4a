package org.image2ai.api.privacy;

import java.util.Set;
import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whose data must be preserved, because of a dispute or an order. Whoever removes data because its time is over leaves
 * theirs; while this is not there, or throws, nothing of people is removed for its age. Answers from memory.
 */
@ProviderType
@FunctionalInterface
public interface LegalFreeze {
    /** The accounts of which anything is under a hold; few. */
    Set<AccountId> accounts();
}
