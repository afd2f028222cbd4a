package org.image2ai.api.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;

/**
 * An API key to be made.
 *
 * @param account whose
 * @param name for people, 1 to 80 characters
 * @param scopes the permissions it is cut down to; empty for all that the account has
 * @param expires when it ends by itself
 */
public record NewApiKey(AccountId account, String name, Set<String> scopes, Optional<Instant> expires) {
    public NewApiKey {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(expires, "expires");
    }
}
