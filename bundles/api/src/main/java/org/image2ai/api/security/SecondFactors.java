package org.image2ai.api.security;

import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/** Second factors of accounts. */
@ProviderType
public interface SecondFactors {
    /** Whether an account has one. */
    boolean enabled(AccountId account);
}
