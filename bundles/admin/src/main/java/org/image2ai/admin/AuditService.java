package org.image2ai.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The audit trail in its table. Whoever adds a row has written the head before, and so holds it until the transaction
 * ends: the chain never forks.
 */
@Component(
        service = {AuditTrail.class, AuditService.class},
        configurationPid = "org.image2ai.admin")
public final class AuditService implements AuditTrail {
    private static final int WALK = 500;

    private final Store store;
    private final Duration kept;

    @Activate
    public AuditService(
            AdminConfig config,
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=admin)") JpaTemplate jpa) {
        schema.migrate(AuditService.class);
        this.store = new Store(jpa);
        this.kept = Duration.ofDays(config.auditDays());
    }

    @Override
    public void record(AuditEntry entry) {
        store.run(em -> {
            AuditHeadEntity head = lockedHead(em);
            AuditEntity row = AuditEntity.following(head, entry);
            em.persist(row);
            head.moveTo(row);
            // The next entry of this transaction may come through another entity manager.
            em.flush();
        });
    }

    private static AuditHeadEntity lockedHead(EntityManager em) {
        em.createNamedQuery("AuditHead.lock").executeUpdate();
        AuditHeadEntity head = em.find(AuditHeadEntity.class, AuditHeadEntity.ID);
        if (head == null) {
            throw PlatformException.internal("audit_chain_broken", "The head of the audit trail is gone.", null);
        }
        em.refresh(head);
        return head;
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return rows(page, "", "").map(AuditEntity::toRecord);
    }

    /** The rows, newest first; an empty filter lets all pass. */
    Page<AuditEntity> rows(PageRequest page, String actor, String action) {
        long below = Keyset.decode(page.cursor()).map(Keyset::at).orElse(Long.MAX_VALUE);
        List<AuditEntity> rows = store.read(em -> em.createNamedQuery("Audit.page", AuditEntity.class)
                .setParameter("below", below)
                .setParameter("actor", actor)
                .setParameter("action", action)
                .setMaxResults(page.limit() + 1)
                .getResultList());
        return Keyset.page(rows, page.limit(), AuditEntity::keyset);
    }

    /** The rows that name somebody as actor or target, oldest first. */
    Page<AuditEntity> of(AccountId subject, PageRequest page) {
        long after = Keyset.decode(page.cursor()).map(Keyset::at).orElse(0L);
        List<AuditEntity> rows = store.read(em -> em.createNamedQuery("Audit.ofSubject", AuditEntity.class)
                .setParameter("number", after)
                .setParameter("subject", subject.value())
                .setMaxResults(page.limit() + 1)
                .getResultList());
        return Keyset.page(rows, page.limit(), AuditEntity::keyset);
    }

    Optional<AuditEntity> find(long number) {
        return store.read(em -> Optional.ofNullable(em.find(AuditEntity.class, number)));
    }

    /** How long a row is kept at least. */
    Duration kept() {
        return kept;
    }

    /** Walks the chain from where it begins to its head. */
    AuditVerification verify() {
        AuditHeadEntity head = store.read(em -> em.find(AuditHeadEntity.class, AuditHeadEntity.ID));
        if (head == null) {
            return AuditVerification.broken(0, 0, "the head is gone");
        }
        AuditWalk walk = new AuditWalk(head);
        while (walk.goesOn()) {
            List<AuditEntity> rows = after(walk.number(), WALK);
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(walk::next);
        }
        return walk.end();
    }

    private List<AuditEntity> after(long number, int limit) {
        return store.read(em -> em.createNamedQuery("Audit.after", AuditEntity.class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Takes the oldest rows away when their time is over; the chain then begins behind them. */
    int sweep(Instant now, boolean dryRun, int limit, List<String> frozen) {
        return store.write(em -> {
            AuditHeadEntity head = lockedHead(em);
            List<AuditEntity> old = after(head.sweptNumber(), limit).stream()
                    .takeWhile(row -> row.toRecord().at().isBefore(now.minus(kept)))
                    .takeWhile(row -> !frozen.contains(row.toRecord().actor()))
                    .takeWhile(row -> !frozen.contains(row.toRecord().target()))
                    .toList();
            if (!dryRun && !old.isEmpty()) {
                AuditEntity last = old.get(old.size() - 1);
                em.createNamedQuery("Audit.sweep")
                        .setParameter("number", last.number())
                        .executeUpdate();
                head.beginAfter(last);
                em.flush();
            }
            return old.size();
        });
    }
}
