package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.IssuedApiKey;

/** A key at its making; the only answer that holds it. */
public record IssuedKey(
        String key, String id, String name, String hint, Set<String> scopes, Optional<Instant> expires) {
    static IssuedKey of(IssuedApiKey issued) {
        ApiKey k = issued.key();
        return new IssuedKey(issued.secret(), k.id().value(), k.name(), k.hint(), k.scopes(), k.expires());
    }

    @Override
    public String toString() {
        return "IssuedKey[" + id + "]";
    }
}
