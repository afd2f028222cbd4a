package org.image2ai.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.kit.Ids;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** API keys in their table. */
@Component(service = {ApiKeys.class, ApiKeyService.class})
public final class ApiKeyService implements ApiKeys {
    private static final String SCOPE = "[a-z0-9*-]+(:[a-z0-9*-]+){0,3}";

    private final Store store;

    @Activate
    public ApiKeyService(@Reference Schema schema, @Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        schema.migrate(ApiKeyService.class);
        store = new Store(jpa);
    }

    @Override
    public IssuedApiKey create(NewApiKey key) {
        String name = key.name().strip();
        if (name.isEmpty() || name.length() > 80 || name.chars().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("invalid_name", "The name of a key has 1 to 80 characters.")
                    .withField("name");
        }
        key.scopes().stream().filter(s -> !s.matches(SCOPE)).findAny().ifPresent(s -> {
            throw PlatformException.invalid("unknown_scope", "A scope looks like job:create.")
                    .withField("scopes");
        });
        String secret = ApiKeySecrets.next();
        NewApiKey clean = new NewApiKey(key.account(), name, key.scopes(), key.expires());
        ApiKeyEntity entity = ApiKeyEntity.from(
                clean, Ids.next("key"), ApiKeySecrets.hint(secret), ApiKeySecrets.hash(secret), Instant.now());
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

    @Override
    public void revoke(AccountId account, ApiKeyId key) {
        store.run(em -> {
            ApiKeyEntity entity = em.find(ApiKeyEntity.class, key.value());
            if (entity == null || !entity.isOf(account)) {
                throw PlatformException.notFound("api_key", key.value());
            }
            entity.revoke(Instant.now());
        });
    }

    /** The key of a secret, if there is one and it is good now. */
    Optional<ApiKey> authenticate(String secret, Instant now) {
        if (!ApiKeySecrets.isWellFormed(secret)) {
            return Optional.empty();
        }
        return find(ApiKeySecrets.hash(secret)).filter(key -> isGood(key, now));
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
            return true;
        });
    }
}
