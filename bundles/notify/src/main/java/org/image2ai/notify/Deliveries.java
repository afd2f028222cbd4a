package org.image2ai.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of webhook deliveries: the outbox, and afterwards the log. */
@Component(service = Deliveries.class)
public final class Deliveries {
    private final NotifyStore unit;
    private final Store store;
    private final Claims claims;
    private final Settings settings;
    private final NotifyWords words;

    @Activate
    public Deliveries(@Reference NotifyStore unit, @Reference Settings settings) {
        this.unit = unit;
        this.settings = settings;
        store = unit.store();
        words = unit.words();
        claims = new Claims(store, "delivery", settings.instance());
    }

    Claims claims() {
        return claims;
    }

    /** Nothing is kept of somebody who is being erased: whoever tells goes on as if it were. */
    DeliveryView add(DeliveryEntity.Where where, DeliveryEntity.Said said) {
        DeliveryEntity row = DeliveryEntity.of(where, said, words, settings.now());
        store.run(em -> {
            if (!unit.fence().isClosed(new AccountId(where.account()))) {
                em.persist(row);
            }
        });
        return row.view();
    }

    Optional<DeliveryEntity.Kept> find(String id) {
        return store.read(
                em -> Optional.ofNullable(em.find(DeliveryEntity.class, id)).map(row -> row.toRecord(words)));
    }

    List<Pump.Due> due(Instant now, Set<String> notLanes, Set<String> notOwners, int limit) {
        return store.read(em -> em
                .createNamedQuery("delivery.due", DeliveryEntity.class)
                .setParameter("now", Micros.of(now))
                .setParameter("lanes", some(notLanes))
                .setParameter("owners", some(notOwners))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(DeliveryEntity::due)
                .toList());
    }

    /** SQL knows no empty list. */
    private static Set<String> some(Set<String> names) {
        Set<String> some = new HashSet<>(names);
        some.add("-");
        return some;
    }

    void answered(DeliveryView delivery, int status) {
        store.run(em -> em.createNamedQuery("delivery.answered")
                .setParameter("id", delivery.id())
                .setParameter("tries", delivery.tries())
                .setParameter("status", status)
                .executeUpdate());
    }

    Page<DeliveryView> page(String endpoint, PageRequest page) {
        Keyset after = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MAX_VALUE, ""));
        return store.read(em -> Keyset.page(
                        em.createNamedQuery("delivery.page", DeliveryEntity.class)
                                .setParameter("endpoint", endpoint)
                                .setParameter("at", after.at())
                                .setParameter("id", after.id())
                                .setMaxResults(page.limit() + 1)
                                .getResultList(),
                        page.limit(),
                        DeliveryEntity::keyset)
                .map(row -> row.view()));
    }

    List<DeliveryEntity.Kept> ofAccount(AccountId account, String after, int limit) {
        return store.read(em -> em
                .createNamedQuery("delivery.ofAccount", DeliveryEntity.class)
                .setParameter("account", account.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> row.toRecord(words))
                .toList());
    }

    boolean remove(String id) {
        return store.write(em -> {
            DeliveryEntity row = em.find(DeliveryEntity.class, id);
            if (row != null) {
                em.remove(row);
            }
            return row != null;
        });
    }

    void removeOf(String endpoint) {
        store.run(em -> em.createNamedQuery("delivery.ofEndpoint")
                .setParameter("endpoint", endpoint)
                .executeUpdate());
    }

    int forget(Instant now, int days) {
        return unit.frozen()
                .map(frozen -> store.write(em -> em.createNamedQuery("delivery.forget")
                        .setParameter("before", Micros.of(now.minus(Duration.ofDays(days))))
                        .setParameter("frozen", frozen)
                        .executeUpdate()))
                .orElse(0);
    }
}
