package org.image2ai.privacy.choice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of decisions. */
@Component(service = ChoiceRows.class)
public final class ChoiceRows {
    private static final int TRIES = 3;

    private final Store store;
    private final Transactions transactions;

    @Activate
    public ChoiceRows(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate jpa,
            @Reference Transactions transactions) {
        schema.migrate(ChoiceRows.class);
        this.store = new Store(jpa);
        this.transactions = transactions;
    }

    Optional<Decided> find(AccountId account) {
        return store.read(em -> Optional.ofNullable(em.find(ChoiceEntity.class, account.value()))
                .map(ChoiceEntity::toRecord));
    }

    /** By what way something is decided, when, and what text could be read then. */
    record Origin(String source, String textVersion, Instant at) {}

    /**
     * Changes what an account decided, with the entries in the ledger, in one transaction.
     *
     * @param after what is done when that is committed
     * @return what it has decided now
     */
    Decided change(AccountId account, UnaryOperator<Decided> change, Origin origin, Runnable after) {
        for (int left = TRIES; ; left--) {
            try {
                return transactions.required(() -> {
                    transactions.afterCommit(after);
                    return store.write(em -> change(em, account, change, origin));
                });
            } catch (PersistenceException e) {
                // Somebody changed the same row in between: what is wanted is done to what is there now.
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private static Decided change(
            EntityManager em, AccountId account, Function<Decided, Decided> change, Origin origin) {
        ChoiceEntity known = em.find(ChoiceEntity.class, account.value());
        ChoiceEntity row = known == null ? ChoiceEntity.of(account) : known;
        Decided before = row.toRecord();
        Decided after = change.apply(before);
        List<Ledger.Change> entries = Ledger.between(before, after, origin.textVersion());
        if (!entries.isEmpty()) {
            row.set(after);
            if (known == null) {
                em.persist(row);
            }
            entries.forEach(entry -> em.persist(DecisionEntity.of(account, entry, origin.source(), origin.at())));
            em.flush();
        }
        return after;
    }

    /** The ledger of an account, in order. */
    Page<Decision> ledger(AccountId account, PageRequest page) {
        Keyset after = Keyset.decode(page.cursor()).orElse(new Keyset(-1, ""));
        List<DecisionEntity> rows = store.read(em -> em.createNamedQuery("decision.ofAccount", DecisionEntity.class)
                .setParameter("account", account.value())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(page.limit() + 1)
                .getResultList());
        return Keyset.page(rows, page.limit(), DecisionEntity::keyset).map(DecisionEntity::toRecord);
    }

    /** Removes all of an account. @return how many entries its ledger had */
    int erase(AccountId account) {
        return store.write(em -> {
            em.createNamedQuery("choice.erase")
                    .setParameter("account", account.value())
                    .executeUpdate();
            return em.createNamedQuery("decision.erase")
                    .setParameter("account", account.value())
                    .executeUpdate();
        });
    }
}
