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
 * @param spendCap the whole credits that it may spend in its life
 * @param allowedNetworks from where it may be used, in CIDR notation; empty for everywhere
 */
public record NewApiKey(
        AccountId account,
        String name,
        Set<String> scopes,
        Optional<Instant> expires,
        Optional<Long> spendCap,
        Set<String> allowedNetworks) {
    /** A key with no cap that may be used from everywhere. */
    public NewApiKey(AccountId account, String name, Set<String> scopes, Optional<Instant> expires) {
        this(account, name, scopes, expires, Optional.empty(), Set.of());
    }

    public NewApiKey {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(spendCap, "spendCap");
        allowedNetworks = Set.copyOf(allowedNetworks);
    }
}
