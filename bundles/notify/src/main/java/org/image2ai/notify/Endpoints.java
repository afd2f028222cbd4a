package org.image2ai.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Vault;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The webhook endpoints of accounts, and their secrets. */
@Component(service = Endpoints.class)
public final class Endpoints {
    private static final int MOST = 20;
    private static final Duration BOTH_SECRETS = Duration.ofHours(24);

    private final Store store;
    private final NotifyStore unit;
    private final Vault vault;

    @Activate
    public Endpoints(@Reference NotifyStore unit, @Reference Settings settings) {
        this.unit = unit;
        this.store = unit.store();
        this.vault = settings.vault();
    }

    /** One at a time, so that two at once do not both become the last. */
    synchronized EndpointView create(AccountId account, EndpointBody body) {
        String id = Ids.next("whk");
        String secret = Signatures.newSecret();
        EndpointEntity row = EndpointEntity.of(id, account, vault.seal(secret, id), Instant.now());
        row.change(body, Instant.now());
        store.run(em -> {
            unit.fence().requireOpen(account);
            if (all(em, account).size() >= MOST) {
                throw PlatformException.conflict("too_many_webhooks", "An account has at most 20 webhooks.");
            }
            em.persist(row);
        });
        return row.toRecord().withSecret(secret);
    }

    private static List<EndpointEntity> all(EntityManager em, AccountId account) {
        return em.createNamedQuery("endpoint.ofAccount", EndpointEntity.class)
                .setParameter("account", account.value())
                .getResultList();
    }

    List<EndpointView> list(AccountId account) {
        return store.read(
                em -> all(em, account).stream().map(EndpointEntity::toRecord).toList());
    }

    /** Those that hear of an event. */
    List<EndpointView> hearing(AccountId account, String event) {
        return store.read(em -> all(em, account).stream()
                .filter(row -> row.hears(event))
                .map(EndpointEntity::toRecord)
                .toList());
    }

    /** The newest of everybody, for the shell. */
    List<EndpointView> newest(int limit) {
        return store.read(em ->
                em
                        .createNamedQuery("endpoint.newest", EndpointEntity.class)
                        .setMaxResults(limit)
                        .getResultList()
                        .stream()
                        .map(EndpointEntity::toRecord)
                        .toList());
    }

    private static EndpointEntity require(EntityManager em, AccountId account, String id) {
        EndpointEntity row = em.find(EndpointEntity.class, id);
        if (row == null || !row.isOf(account)) {
            throw PlatformException.notFound("webhook", id);
        }
        return row;
    }

    EndpointView get(AccountId account, String id) {
        return store.read(em -> require(em, account, id).toRecord());
    }

    EndpointView change(AccountId account, String id, EndpointBody body) {
        return store.write(em -> {
            EndpointEntity row = require(em, account, id);
            row.change(body, Instant.now());
            return row.toRecord();
        });
    }

    /** From now on a new secret signs, and for a day the present one too. */
    EndpointView rotate(AccountId account, String id) {
        String secret = Signatures.newSecret();
        Instant now = Instant.now();
        return store.write(em -> {
            EndpointEntity row = require(em, account, id);
            row.rotate(vault.seal(secret, id), now.plus(BOTH_SECRETS), now);
            return row.toRecord().withSecret(secret);
        });
    }

    void remove(AccountId account, String id) {
        int removed = store.write(em -> em.createNamedQuery("endpoint.remove")
                .setParameter("id", id)
                .setParameter("account", account.value())
                .executeUpdate());
        if (removed == 0) {
            throw PlatformException.notFound("webhook", id);
        }
    }

    /** The secrets that sign for an endpoint now; empty when it is gone or switched off. */
    Optional<List<String>> secrets(String id, Instant now) {
        return store.read(em -> Optional.ofNullable(em.find(EndpointEntity.class, id))
                .filter(row -> row.toRecord().enabled())
                .map(row -> row.secrets(now).stream()
                        .map(kept -> vault.openText(kept, id))
                        .toList()));
    }

    void disable(String id, String reason) {
        store.run(em -> em.createNamedQuery("endpoint.disable")
                .setParameter("id", id)
                .setParameter("reason", reason)
                .setParameter("now", Micros.of(Instant.now()))
                .executeUpdate());
    }
}
