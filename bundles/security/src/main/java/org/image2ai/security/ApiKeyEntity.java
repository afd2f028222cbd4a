package org.image2ai.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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
            query = "SELECT k FROM ApiKeyEntity k WHERE k.account = :account ORDER BY k.createdAt DESC, k.id DESC"),
    @NamedQuery(
            name = "ApiKey.used",
            query = "UPDATE ApiKeyEntity k SET k.usedAt = :now WHERE k.id = :id"
                    + " AND (k.usedAt IS NULL OR k.usedAt < :before)")
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

    @Column(name = "spend_cap")
    private Long spendCap;

    private String networks;

    @Column(name = "used_at")
    private Long usedAt;

    static ApiKeyEntity from(NewApiKey key, String id, String hint, String hash, Instant now) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = id;
        entity.account = key.account().value();
        entity.label = key.name();
        entity.hint = hint;
        entity.hash = hash;
        entity.scopes = joined(key.scopes());
        entity.spendCap = key.spendCap().orElse(null);
        entity.networks = joined(key.allowedNetworks());
        entity.createdAt = Micros.of(now);
        entity.expiresAt = key.expires().map(Micros::of).orElse(null);
        return entity;
    }

    static String joined(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    private static Set<String> words(String joined) {
        return joined == null || joined.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(joined.split(" ")));
    }

    ApiKey toRecord() {
        return new ApiKey(
                new ApiKeyId(id),
                new AccountId(account),
                label,
                hint,
                words(scopes),
                Micros.instant(createdAt),
                Micros.optional(expiresAt),
                Micros.optional(revokedAt),
                new ApiKey.Limits(Optional.ofNullable(spendCap), words(networks)),
                Micros.optional(usedAt));
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = Micros.of(now);
        }
    }

    String hash() {
        return hash;
    }

    void setSecret(String newHint, String newHash) {
        hint = newHint;
        hash = newHash;
    }

    boolean isOf(AccountId owner) {
        return account.equals(owner.value());
    }
}
