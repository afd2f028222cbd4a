package org.image2ai.security;

import java.time.Instant;
import org.image2ai.api.AccountId;
import org.image2ai.api.SessionId;
import org.image2ai.kit.Secrets;

/** A session inside this bundle. */
record Session(
        SessionId id,
        AccountId account,
        String csrfHash,
        String signIn,
        boolean secondFactor,
        String network,
        String agent,
        Instant created,
        Instant lastSeen,
        Instant expires) {
    boolean isCsrfToken(String token) {
        return Secrets.same(csrfHash, Secrets.hash(token));
    }

    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
