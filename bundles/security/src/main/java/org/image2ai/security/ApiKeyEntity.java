package org.image2ai.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.kit.Micros;

/** A key as it is kept: never itself, only its hash. */
@Entity
@Table(name = "sec_api_key")
@NamedQueries({
    @NamedQuery(name = "ApiKey.byHash", query = "SELECT k FROM ApiKeyEntity k WHERE k.hash = :hash"),
    @NamedQuery(
            name = "ApiKey.ofAccount",
            query = "SELECT k FROM ApiKeyEntity k WHERE k.account = :account ORDER BY k.createdAt DESC, k.id DESC")
})
public class ApiKeyEntity {
    @Id
    private String id;

    private String account;
    private String label;
    private String hint;
    private String hash;
    private String scopes;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "expires_at")
    private Long expiresAt;

    @Column(name = "revoked_at")
    private Long revokedAt;

    static ApiKeyEntity from(NewApiKey key, String id, String hint, String hash, Instant now) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = id;
        entity.account = key.account().value();
        entity.label = key.name();
        entity.hint = hint;
        entity.hash = hash;
        entity.scopes = key.scopes().stream().sorted().collect(Collectors.joining(" "));
        entity.createdAt = Micros.of(now);
        entity.expiresAt = key.expires().map(Micros::of).orElse(null);
        return entity;
    }

    ApiKey toRecord() {
        Set<String> all = scopes.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(scopes.split(" ")));
        return new ApiKey(
                new ApiKeyId(id),
                new AccountId(account),
                label,
                hint,
                all,
                Micros.instant(createdAt),
                Micros.optional(expiresAt),
                Micros.optional(revokedAt));
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = Micros.of(now);
        }
    }

    boolean isOf(AccountId owner) {
        return account.equals(owner.value());
    }
}
