package org.image2ai.passkeys;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passkeys in their table, and the handle by which the devices of a person know them. */
@Component(service = PasskeyStore.class)
public final class PasskeyStore {
    static final int MOST = 20;

    private final Store store;
    private final Clock clock;

    @Activate
    public PasskeyStore(@Reference Schema schema, @Reference(target = "(osgi.unit.name=passkeys)") JpaTemplate jpa) {
        this(schema, jpa, Clock.systemUTC());
    }

    PasskeyStore(Schema schema, JpaTemplate jpa, Clock clock) {
        schema.migrate(PasskeyStore.class);
        this.store = new Store(jpa);
        this.clock = clock;
    }

    /** The handle of an account, made where there is none. */
    String handle(AccountId account) {
        return store.write(em -> {
            HandleEntity found = em.find(HandleEntity.class, account.value());
            if (found == null) {
                found = HandleEntity.from(account.value(), clock.instant());
                em.persist(found);
            }
            return found.handle();
        });
    }

    /** Whether a handle is that of an account. */
    boolean isHandle(AccountId account, String handle) {
        return store.read(em -> Optional.ofNullable(em.find(HandleEntity.class, account.value()))
                .filter(entity -> Secrets.same(entity.handle(), handle))
                .isPresent());
    }

    /** Since when an account has a handle. */
    Optional<Instant> handled(AccountId account) {
        return store.read(em -> Optional.ofNullable(em.find(HandleEntity.class, account.value()))
                .map(HandleEntity::created));
    }

    /**
     * Keeps a new passkey.
     *
     * @throws PlatformException CONFLICT {@code too_many_passkeys}; DENIED {@code passkey_refused} when somebody has it
     */
    Passkey add(AccountId account, String name, Passkey.Credential credential) {
        return store.write(em -> {
            // One at a time for an account, or two at once could both be the last that it may have.
            HandleEntity handle = em.find(HandleEntity.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
            requireRoom(list(account));
            if (handle == null || find(credential.id()).isPresent()) {
                throw Answer.refused();
            }
            PasskeyEntity entity = PasskeyEntity.from(account, name, credential, clock.instant());
            em.persist(entity);
            return entity.toRecord();
        });
    }

    static void requireRoom(List<Passkey> held) {
        if (held.size() >= MOST) {
            throw PlatformException.conflict("too_many_passkeys", "An account has at most " + MOST + " passkeys.");
        }
    }

    /** The passkeys of an account, newest first. */
    List<Passkey> list(AccountId account) {
        return store.read(em -> em
                .createNamedQuery("Passkey.ofAccount", PasskeyEntity.class)
                .setParameter("account", account.value())
                .getResultList()
                .stream()
                .map(PasskeyEntity::toRecord)
                .toList());
    }

    /** The passkey of a credential's id. */
    Optional<Passkey> find(String credential) {
        return store.read(em -> em
                .createNamedQuery("Passkey.byCredential", PasskeyEntity.class)
                .setParameter("hash", Secrets.hash(credential))
                .getResultList()
                .stream()
                .findFirst()
                .map(PasskeyEntity::toRecord));
    }

    /** Writes down that it was used. @return whether it still is there, and nobody came between with its counter */
    boolean used(Passkey passkey, long counter) {
        return store.write(em -> em.createNamedQuery("Passkey.used")
                        .setParameter("counter", counter)
                        .setParameter("now", Micros.of(clock.instant()))
                        .setParameter("id", passkey.id())
                        .executeUpdate()
                > 0);
    }

    /** Removes one of an account's. @return whether it was there */
    boolean remove(AccountId account, String id) {
        return store.write(em -> em.createNamedQuery("Passkey.remove")
                        .setParameter("account", account.value())
                        .setParameter("id", id)
                        .executeUpdate()
                > 0);
    }

    /** Forgets the handle of an account. @return whether there was one */
    boolean removeHandle(AccountId account) {
        return store.write(em -> em.createNamedQuery("Handle.erase")
                        .setParameter("account", account.value())
                        .executeUpdate()
                > 0);
    }
}
