package org.image2ai.api.security;

import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/** Second factors of accounts. */
@ProviderType
public interface SecondFactors {
    /** Whether an account has one. */
    boolean enabled(AccountId account);

    /**
     * Asks for the second factor once more; a code is good once, and guesses are bounded.
     *
     * @throws org.image2ai.api.PlatformException DENIED {@code invalid_code}; EXHAUSTED {@code rate_limited}; NOT_FOUND
     *     when there is none
     */
    void require(AccountId account, String code);
}
