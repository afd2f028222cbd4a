package org.image2ai.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which identities at sign-in providers are whose. */
@Component(service = Identities.class)
public final class Identities {
    private final Store store;
    private final AccountService accounts;

    @Activate
    public Identities(
            @Reference(target = "(osgi.unit.name=accounts)") JpaTemplate jpa, @Reference AccountService accounts) {
        this.store = new Store(jpa);
        this.accounts = accounts;
    }

    Optional<LinkedIdentity> find(VerifiedIdentity identity) {
        return store.read(em -> em
                .createNamedQuery("Identity.bySubject", IdentityEntity.class)
                .setParameter("hash", IdentityEntity.hash(identity))
                .getResultList()
                .stream()
                .findFirst()
                .map(IdentityEntity::toRecord));
    }

    void link(AccountId account, String provider, VerifiedIdentity identity) {
        store.run(em -> em.persist(IdentityEntity.from(account, provider, identity, Instant.now())));
    }

    List<LinkedIdentity> list(AccountId account) {
        return store.read(em -> em
                .createNamedQuery("Identity.ofAccount", IdentityEntity.class)
                .setParameter("account", account.value())
                .getResultList()
                .stream()
                .map(IdentityEntity::toRecord)
                .toList());
    }

    /**
     * Unlinks an identity that is not the last way in.
     *
     * @throws PlatformException NOT_FOUND when it is not the account's; CONFLICT {@code last_sign_in}
     */
    void unlink(AccountId account, String id) {
        boolean password = accounts.profile(account).map(Profile::hasPassword).orElse(false);
        boolean mine = list(account).stream().anyMatch(identity -> identity.id().equals(id));
        if (mine && !password && list(account).size() == 1) {
            throw PlatformException.conflict("last_sign_in", "Set a password first: this is your only way in.");
        }
        if (!erase(account, id)) {
            throw PlatformException.notFound("identity", id);
        }
    }

    /** Removes one of an account's. @return whether it was there */
    boolean erase(AccountId account, String id) {
        return store.write(em -> {
            IdentityEntity entity = em.find(IdentityEntity.class, id);
            if (entity == null || !entity.toRecord().account().equals(account)) {
                return false;
            }
            em.remove(entity);
            return true;
        });
    }
}
