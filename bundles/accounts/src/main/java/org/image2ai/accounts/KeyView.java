package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.security.ApiKey;

/** A key in the API, without the key. */
public record KeyView(
        String id,
        String name,
        String hint,
        Set<String> scopes,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> revoked,
        Optional<Instant> lastUsed,
        Optional<Long> spendCap,
        Set<String> allowedNetworks) {
    static KeyView of(ApiKey k) {
        return new KeyView(
                k.id().value(),
                k.name(),
                k.hint(),
                k.scopes(),
                k.created(),
                k.expires(),
                k.revoked(),
                k.lastUsed(),
                k.limits().spendCap(),
                k.limits().allowedNetworks());
    }
}
