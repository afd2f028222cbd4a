package org.image2ai.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.api.security.SpendCaps;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** API keys in their table. A key that is rotated stays the same key with a new secret, so that its limits go on. */
@Component(service = {ApiKeys.class, SpendCaps.class, ApiKeyService.class})
public final class ApiKeyService implements ApiKeys, SpendCaps {
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final Store store;

    @Activate
    public ApiKeyService(@Reference Schema schema, @Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        schema.migrate(ApiKeyService.class);
        store = new Store(jpa);
    }

    @Override
    public IssuedApiKey create(NewApiKey key) {
        NewApiKey clean = ApiKeyRules.checked(key);
        String secret = ApiKeySecrets.next();
        ApiKeyEntity entity = ApiKeyEntity.from(
                clean, Ids.next("key"), ApiKeySecrets.hint(secret), Secrets.hash(secret), Instant.now());
        store.run(em -> em.persist(entity));
        return new IssuedApiKey(secret, entity.toRecord());
    }

    @Override
    public List<ApiKey> list(AccountId account) {
        return store.read(em -> em
                .createNamedQuery("ApiKey.ofAccount", ApiKeyEntity.class)
                .setParameter("account", account.value())
                .getResultList()
                .stream()
                .map(ApiKeyEntity::toRecord)
                .toList());
    }

    /** A key of an account. @throws PlatformException NOT_FOUND when it is not the account's */
    ApiKey get(AccountId account, ApiKeyId key) {
        return store.read(em -> existing(em, account, key).toRecord());
    }

    private static ApiKeyEntity existing(EntityManager em, AccountId account, ApiKeyId key) {
        ApiKeyEntity entity = em.find(ApiKeyEntity.class, key.value());
        if (entity == null || !entity.isOf(account)) {
            throw PlatformException.notFound("api_key", key.value());
        }
        return entity;
    }

    @Override
    public void revoke(AccountId account, ApiKeyId key) {
        store.run(em -> existing(em, account, key).revoke(Instant.now()));
    }

    /**
     * Gives a key a new secret; the old one is good for an overlap more.
     *
     * @throws PlatformException NOT_FOUND when it is not the account's; CONFLICT {@code api_key_ended}
     */
    IssuedApiKey rotate(AccountId account, ApiKeyId key, Duration overlap) {
        Instant now = Instant.now();
        String secret = ApiKeySecrets.next();
        return store.write(em -> {
            ApiKeyEntity entity = existing(em, account, key);
            if (!isGood(entity.toRecord(), now)) {
                throw PlatformException.conflict("api_key_ended", "This key has ended; make a new one.");
            }
            if (!overlap.isZero()) {
                em.persist(FormerSecretEntity.from(entity.hash(), key.value(), account.value(), now.plus(overlap)));
            }
            entity.setSecret(ApiKeySecrets.hint(secret), Secrets.hash(secret));
            return new IssuedApiKey(secret, entity.toRecord());
        });
    }

    @Override
    public Optional<Long> cap(ApiKeyId key) {
        return find(key).flatMap(k -> k.limits().spendCap());
    }

    private Optional<ApiKey> find(ApiKeyId key) {
        return store.read(em ->
                Optional.ofNullable(em.find(ApiKeyEntity.class, key.value())).map(ApiKeyEntity::toRecord));
    }

    /** The key of a secret, if there is one and it is good now; it has been used now. */
    Optional<ApiKey> authenticate(String secret, Instant now) {
        if (!ApiKeySecrets.isWellFormed(secret)) {
            return Optional.empty();
        }
        String hash = Secrets.hash(secret);
        Optional<ApiKey> key = find(hash).or(() -> formerly(hash, now)).filter(k -> isGood(k, now));
        key.filter(k -> k.lastUsed().map(now.minus(USED_EVERY)::isAfter).orElse(true))
                .ifPresent(k -> used(k, now));
        return key;
    }

    private Optional<ApiKey> find(String hash) {
        return store.read(
                em -> em
                        .createNamedQuery("ApiKey.byHash", ApiKeyEntity.class)
                        .setParameter("hash", hash)
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(ApiKeyEntity::toRecord));
    }

    private Optional<ApiKey> formerly(String hash, Instant now) {
        List<String> keys = store.read(em -> em.createNamedQuery("FormerSecret.key", String.class)
                .setParameter("hash", hash)
                .setParameter("now", Micros.of(now))
                .getResultList());
        return keys.stream().findFirst().flatMap(key -> find(new ApiKeyId(key)));
    }

    private void used(ApiKey key, Instant now) {
        store.run(em -> em.createNamedQuery("ApiKey.used")
                .setParameter("now", Micros.of(now))
                .setParameter("id", key.id().value())
                .setParameter("before", Micros.of(now.minus(USED_EVERY)))
                .executeUpdate());
    }

    static boolean isGood(ApiKey key, Instant now) {
        return key.revoked().isEmpty() && key.expires().map(now::isBefore).orElse(true);
    }

    /** One row of an account, for the privacy door. @return whether it was there */
    boolean erase(AccountId account, ApiKeyId key) {
        return store.write(em -> {
            ApiKeyEntity entity = em.find(ApiKeyEntity.class, key.value());
            if (entity == null || !entity.isOf(account)) {
                return false;
            }
            em.remove(entity);
            em.createNamedQuery("FormerSecret.ofKey")
                    .setParameter("key", key.value())
                    .executeUpdate();
            return true;
        });
    }

    /** Removes former secrets whose time is over. @return how many */
    int sweep() {
        return store.write(em -> em.createNamedQuery("FormerSecret.over")
                .setParameter("now", Micros.of(Instant.now()))
                .executeUpdate());
    }
}
