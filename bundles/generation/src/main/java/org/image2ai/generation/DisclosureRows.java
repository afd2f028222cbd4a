package org.image2ai.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.kit.jpa.Store;

/**
 * Which vendors got something of whom, written down before it leaves. A receipt would not do: a job that a vendor refused,
 * or that was cancelled, has none, and what it sent is sent all the same.
 */
final class DisclosureRows {
    private static final Duration GRAIN = Duration.ofHours(1);
    private static final int MOST_KNOWN = 10_000;

    private final Store store;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    DisclosureRows(Store store) {
        this.store = store;
    }

    /** Durable when it returns; the same within an hour costs nothing. */
    void leaves(AccountId owner, String bundle, String host, Instant now) {
        String id = DisclosureEntity.id(owner, bundle, host);
        Instant last = known.get(id);
        if (last != null && now.isBefore(last.plus(GRAIN))) {
            return;
        }
        try {
            write(DisclosureEntity.of(owner, bundle, host, now), now);
        } catch (RuntimeException e) {
            // Another rendering may have written the same row in this moment: then it is there now.
            write(DisclosureEntity.of(owner, bundle, host, now), now);
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(id, now);
    }

    private void write(DisclosureEntity fresh, Instant now) {
        store.run(em -> {
            DisclosureEntity before = em.find(DisclosureEntity.class, fresh.id());
            if (before == null) {
                em.persist(fresh);
            } else {
                before.again(now);
            }
            em.flush();
        });
    }

    /** All of an account; not complete while it has a job from the time before this was written down. */
    Disclosures of(AccountId owner, Set<String> covers) {
        return store.read(em -> {
            long before = em.createNamedQuery("disclosure.jobsBefore", Long.class)
                    .setParameter("owner", owner.value())
                    .getSingleResult();
            List<Disclosure> made = em
                    .createNamedQuery("disclosure.ofOwner", DisclosureEntity.class)
                    .setParameter("owner", owner.value())
                    .setParameter("after", "")
                    .getResultList()
                    .stream()
                    .map(DisclosureEntity::toRecord)
                    .toList();
            return new Disclosures(covers, before == 0, made);
        });
    }

    /** A disclosure with its key. */
    record Kept(String id, Disclosure made) {}

    List<Kept> page(AccountId owner, String after, int limit) {
        return store.read(em -> em
                .createNamedQuery("disclosure.ofOwner", DisclosureEntity.class)
                .setParameter("owner", owner.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Kept(row.id(), row.toRecord()))
                .toList());
    }

    Optional<Disclosure> find(AccountId owner, String id) {
        return store.read(em -> Optional.ofNullable(em.find(DisclosureEntity.class, id))
                .filter(row -> row.isOf(owner))
                .map(DisclosureEntity::toRecord));
    }

    void erase(AccountId owner, String id) {
        known.remove(id);
        store.run(em -> Optional.ofNullable(em.find(DisclosureEntity.class, id))
                .filter(row -> row.isOf(owner))
                .ifPresent(em::remove));
    }
}
