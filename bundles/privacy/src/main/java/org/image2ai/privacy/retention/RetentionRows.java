package org.image2ai.privacy.retention;

import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of holds and sweeps. */
@Component(service = RetentionRows.class)
public final class RetentionRows {
    private final Store store;
    private final Transactions transactions;

    @Activate
    public RetentionRows(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate jpa,
            @Reference Transactions transactions) {
        schema.migrate(RetentionRows.class);
        this.store = new Store(jpa);
        this.transactions = transactions;
    }

    Store store() {
        return store;
    }

    Transactions transactions() {
        return transactions;
    }

    void add(Sweep sweep) {
        store.run(em -> em.persist(SweepEntity.from(sweep)));
    }

    /** The newest reports. */
    List<Sweep> sweeps(int limit) {
        return store.read(em ->
                em.createNamedQuery("sweep.newest", SweepEntity.class).setMaxResults(limit).getResultList().stream()
                        .map(SweepEntity::toRecord)
                        .toList());
    }

    Sweep requireSweep(String id) {
        return store.read(em ->
                        Optional.ofNullable(em.find(SweepEntity.class, id)).map(SweepEntity::toRecord))
                .orElseThrow(() -> PlatformException.notFound("sweep", id));
    }
}
