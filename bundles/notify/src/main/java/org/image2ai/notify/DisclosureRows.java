package org.image2ai.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.Disclosures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which servers got a mail or a webhook of whom. It is written in the transaction that claims what is sent: once the rows
 * of an account's mails and deliveries are erased, nothing is claimed and nothing more is written.
 */
@Component(service = DisclosureRows.class)
public final class DisclosureRows {
    private static final Duration GRAIN = Duration.ofHours(1);
    private static final int MOST_KNOWN = 10_000;

    private final NotifyStore unit;
    private final Settings settings;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    @Activate
    public DisclosureRows(@Reference NotifyStore unit, @Reference Settings settings) {
        this.unit = unit;
        this.settings = settings;
    }

    /**
     * Something that is about to be sent.
     *
     * @param account whose; empty for nobody's
     * @param recipient its name in the declaration
     * @param host which one
     */
    record Going(String account, String recipient, String host) {
        private String id() {
            return DisclosureEntity.id(account, recipient, host);
        }
    }

    /** Claims a row, and writes down where it goes. @return whether it was claimed */
    boolean claim(BooleanSupplier claim, Function<String, Optional<Going>> where, String id) {
        try {
            return claimOnce(claim, where, id);
        } catch (RuntimeException e) {
            // Another thread may have written the same row in this moment: then it is there now.
            return claimOnce(claim, where, id);
        }
    }

    private boolean claimOnce(BooleanSupplier claim, Function<String, Optional<Going>> where, String id) {
        Instant now = settings.now();
        return unit.then(
                () -> {
                    boolean claimed = claim.getAsBoolean();
                    if (claimed) {
                        where.apply(id)
                                .filter(going -> !going.account().isEmpty() && isNews(going, now))
                                .ifPresent(going -> write(going, now));
                    }
                    return claimed;
                },
                () -> {});
    }

    private boolean isNews(Going going, Instant now) {
        Instant last = known.get(going.id());
        return last == null || !now.isBefore(last.plus(GRAIN));
    }

    private void write(Going going, Instant now) {
        unit.store().run(em -> {
            DisclosureEntity before = em.find(DisclosureEntity.class, going.id());
            if (before == null) {
                em.persist(DisclosureEntity.of(going.account(), going.recipient(), going.host(), now));
            } else {
                before.again(now);
            }
            em.flush();
        });
        unit.then(() -> true, () -> remember(going, now));
    }

    private void remember(Going going, Instant now) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(going.id(), now);
    }

    /** All of an account; not complete while there is something of it from the time before this was written down. */
    Disclosures of(AccountId account) {
        return unit.store().read(em -> {
            long before = em.createNamedQuery("mail.undisclosed", Long.class)
                            .setParameter("account", account.value())
                            .getSingleResult()
                    + em.createNamedQuery("delivery.undisclosed", Long.class)
                            .setParameter("account", account.value())
                            .getSingleResult();
            List<Disclosures.Disclosure> made = em
                    .createNamedQuery("disclosure.ofAccount", DisclosureEntity.class)
                    .setParameter("account", account.value())
                    .setParameter("after", "")
                    .getResultList()
                    .stream()
                    .map(DisclosureEntity::toRecord)
                    .toList();
            return new Disclosures(Set.of(), before == 0, made);
        });
    }

    /** A disclosure with its key. */
    record Kept(String id, Disclosures.Disclosure made) {}

    List<Kept> ofAccount(AccountId account, String after, int limit) {
        return unit.store().read(em -> em
                .createNamedQuery("disclosure.ofAccount", DisclosureEntity.class)
                .setParameter("account", account.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Kept(row.id(), row.toRecord()))
                .toList());
    }

    Optional<Disclosures.Disclosure> find(AccountId account, String id) {
        return unit.store().read(em -> Optional.ofNullable(em.find(DisclosureEntity.class, id))
                .filter(row -> row.isOf(account))
                .map(DisclosureEntity::toRecord));
    }

    boolean remove(AccountId account, String id) {
        known.remove(id);
        return unit.store().write(em -> {
            Optional<DisclosureEntity> row =
                    Optional.ofNullable(em.find(DisclosureEntity.class, id)).filter(one -> one.isOf(account));
            row.ifPresent(em::remove);
            return row.isPresent();
        });
    }
}
