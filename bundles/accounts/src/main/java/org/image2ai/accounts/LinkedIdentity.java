package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.AccountId;

/** An identity at a sign-in provider that an account is reached by. */
record LinkedIdentity(
        String id,
        AccountId account,
        String provider,
        String issuer,
        String subject,
        Optional<String> email,
        Instant created) {
    @Override
    public String toString() {
        return "LinkedIdentity[" + id + "]";
    }
}
