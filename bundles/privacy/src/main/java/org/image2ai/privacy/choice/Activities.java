package org.image2ai.privacy.choice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.privacy.Visits;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * On which day each account was used last: written once a day and account. A browser that says that nothing may be sold
 * or shared is heard once; what its person decides later counts more.
 */
@Component(service = {Activities.class, Visits.class})
public final class Activities implements Visits {
    private static final int MOST = 50_000;

    private final Store store;
    private final Transactions transactions;
    private final Choices choices;
    private final Clock clock;
    private final Map<AccountId, Today> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Today> eldest) {
            return size() > MOST;
        }
    };

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile ErasureFence fence;

    /** What is written down already. */
    private record Today(LocalDate day, boolean optedOut) {}

    @Activate
    public Activities(
            @Reference ChoiceRows rows,
            @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate jpa,
            @Reference Transactions transactions,
            @Reference Choices choices) {
        this(jpa, transactions, choices, Clock.systemUTC());
    }

    Activities(JpaTemplate jpa, Transactions transactions, Choices choices, Clock clock) {
        this.store = new Store(jpa);
        this.transactions = transactions;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public void seen(AccountId account, Optional<String> signal) {
        LocalDate today = today();
        Today before = known(account);
        boolean fresh = before == null || !before.day().equals(today);
        boolean optedOut = before != null && before.optedOut();
        if (!fresh && (optedOut || signal.isEmpty())) {
            return;
        }
        ErasureFence live = fence;
        if (live != null && live.isClosed(account)) {
            return;
        }
        if (fresh) {
            write(account, today);
        }
        if (signal.isPresent() && !optedOut) {
            hear(account, signal.get());
            optedOut = true;
        }
        synchronized (known) {
            known.put(account, new Today(today, optedOut));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Today known(AccountId account) {
        synchronized (known) {
            return known.get(account);
        }
    }

    private void hear(AccountId account, String signal) {
        if (!choices.decided(account).saleOptOut()) {
            choices.optOut(account, signal);
        }
    }

    private void write(AccountId account, LocalDate day) {
        try {
            transactions.required(() -> store.write(em -> {
                ActivityEntity row = em.find(ActivityEntity.class, account.value());
                if (row == null) {
                    em.persist(ActivityEntity.of(account, day));
                } else {
                    row.seen(day);
                }
                em.flush();
                return true;
            }));
        } catch (PersistenceException e) {
            // Two requests at once made the row: one of them is enough.
            if (find(account).isEmpty()) {
                throw e;
            }
        }
    }

    /** When an account was used last, if it was since this is written down. */
    public Optional<Activity> find(AccountId account) {
        return store.read(em -> Optional.ofNullable(em.find(ActivityEntity.class, account.value()))
                .map(ActivityEntity::toRecord));
    }

    /** Accounts that were not used since a day, by id. */
    public List<Activity> before(LocalDate day, String after, int limit) {
        return store.read(em -> em
                .createNamedQuery("activity.before", ActivityEntity.class)
                .setParameter("before", day.toEpochDay())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ActivityEntity::toRecord)
                .toList());
    }

    /** Notes that the person of an account was told that it will be erased. */
    public void warned(AccountId account, LocalDate day) {
        store.run(em -> em.find(ActivityEntity.class, account.value()).warned(day));
    }

    /** Begins to count for an account that was never seen since this is written down. */
    public void begin(AccountId account, LocalDate day) {
        store.run(em -> em.persist(ActivityEntity.of(account, day)));
    }

    /** Removes what is known of an account. @return how many rows there were */
    public int erase(AccountId account) {
        synchronized (known) {
            known.remove(account);
        }
        return store.write(em -> em.createNamedQuery("activity.erase")
                .setParameter("account", account.value())
                .executeUpdate());
    }
}
