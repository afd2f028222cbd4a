package org.image2ai.api.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;

/**
 * What is known of an API key.
 *
 * @param id its identity
 * @param account whose
 * @param name for people
 * @param hint its first characters, to tell keys apart: {@code i2a_3fK…}
 * @param scopes the permissions it is cut down to; empty for all
 * @param created when it was made
 * @param expires when it ends by itself
 * @param revoked when it was ended
 * @param limits what else it is cut down to
 * @param lastUsed when it was last used, to the minute
 */
public record ApiKey(
        ApiKeyId id,
        AccountId account,
        String name,
        String hint,
        Set<String> scopes,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> revoked,
        Limits limits,
        Optional<Instant> lastUsed) {
    /**
     * What a key is cut down to beside its scopes.
     *
     * @param spendCap the whole credits that it may spend in its life
     * @param allowedNetworks from where it may be used, in CIDR notation; empty for everywhere
     */
    public record Limits(Optional<Long> spendCap, Set<String> allowedNetworks) {
        /** No limits. */
        public static final Limits NONE = new Limits(Optional.empty(), Set.of());

        public Limits {
            Objects.requireNonNull(spendCap, "spendCap");
            allowedNetworks = Set.copyOf(allowedNetworks);
        }
    }

    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hint, "hint");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(revoked, "revoked");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(lastUsed, "lastUsed");
    }
}
