package org.image2ai.privacy.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.LegalFreeze;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The legal holds that stand: plans, erasures and sweeps leave what they cover. */
@Component(
        service = {LegalHolds.class, LegalFreeze.class, Holds.class},
        immediate = true)
public final class LegalHolds implements LegalFreeze, Holds {
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final int REVIEW_DAYS = 30;
    private static final int LONGEST_REASON = 400;

    private final RetentionRows rows;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Known known;

    /** Those that stand, by account; another instance may place one. */
    private record Known(Map<AccountId, List<Hold>> holds, Instant until) {}

    @Activate
    public LegalHolds(@Reference RetentionRows rows, @Reference AuditTrail audit) {
        this(rows, audit, Clock.systemUTC());
    }

    LegalHolds(RetentionRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.known = read();
    }

    private Known read() {
        List<Hold> standing = rows.store()
                .read(em -> em.createNamedQuery("legalHold.standing", HoldEntity.class).getResultList().stream()
                        .map(HoldEntity::toRecord)
                        .toList());
        return new Known(
                standing.stream().collect(Collectors.groupingBy(Hold::account)),
                clock.instant().plus(LIFE));
    }

    private Map<AccountId, List<Hold>> standing() {
        Known now = known;
        Instant at = clock.instant();
        if (now.until().isBefore(at) || now.until().isAfter(at.plus(LIFE))) {
            now = read();
            known = now;
        }
        return now.holds();
    }

    /** The hold that covers an item of an account. */
    public Optional<Hold> on(AccountId account, String bundle, String holding, String key) {
        return standing().getOrDefault(account, List.of()).stream()
                .filter(hold -> hold.covers(bundle, holding, key))
                .findFirst();
    }

    @Override
    public Optional<Outcome> on(AccountId subject, String bundle, HeldItem item) {
        return on(subject, bundle, item.holding(), item.key())
                .map(hold -> Outcome.retained(hold.reason() + "; case " + hold.caseRef(), until(hold)));
    }

    /** A hold stands until it is released: one whose review is overdue is looked at again soon. */
    private LocalDate until(Hold hold) {
        LocalDate soon = today().plusDays(REVIEW_DAYS);
        return hold.review().isAfter(soon) ? hold.review() : soon;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public Set<AccountId> accounts() {
        return Set.copyOf(standing().keySet());
    }

    /** All holds, newest first; those that were released too. */
    List<Hold> all() {
        return rows.store().read(em -> em.createNamedQuery("legalHold.all", HoldEntity.class).getResultList().stream()
                .map(HoldEntity::toRecord)
                .toList());
    }

    /**
     * What is to be held.
     *
     * @param account whose data
     * @param caseRef the case
     * @param reason why, with the statute
     * @param place of which bundle, holding and item; empty parts for all
     * @param review when somebody looks again; in a year where empty
     */
    record Order(AccountId account, String caseRef, String reason, Place place, Optional<LocalDate> review) {}

    /** Where something is. */
    record Place(Optional<String> bundle, Optional<String> holding, Optional<String> item) {
        static final Place EVERYWHERE = new Place(Optional.empty(), Optional.empty(), Optional.empty());
    }

    Hold place(Order order, String actor) {
        check(order);
        Hold hold = new Hold(
                Ids.next("hld"),
                order.account(),
                order.caseRef().strip(),
                order.reason().strip(),
                order.place().bundle(),
                order.place().holding(),
                order.place().item(),
                order.review().orElseGet(() -> today().plusYears(1)),
                actor,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        rows.transactions().required(() -> {
            rows.store().run(em -> em.persist(HoldEntity.from(hold)));
            record(actor, "admin:privacy:hold:add", hold.account().value(), hold.caseRef());
            rows.transactions().afterCommit(() -> known = read());
            return hold;
        });
        return hold;
    }

    private void check(Order order) {
        requireText(order.caseRef(), 100, "case");
        requireText(order.reason(), LONGEST_REASON, "reason");
        Place place = order.place();
        boolean gap = place.item().isPresent() && place.holding().isEmpty()
                || place.holding().isPresent() && place.bundle().isEmpty();
        if (gap) {
            throw PlatformException.invalid("invalid_place", "An item has its holding, and a holding its bundle.")
                    .withField("item");
        }
        order.review().filter(day -> !day.isAfter(today())).ifPresent(day -> {
            throw PlatformException.invalid("invalid_review", "A review is in the future.")
                    .withField("review");
        });
    }

    private static void requireText(String text, int longest, String field) {
        if (text == null || text.isBlank() || text.strip().length() > longest) {
            throw PlatformException.invalid("invalid_" + field, "A " + field + " has 1 to " + longest + " characters.")
                    .withField(field);
        }
    }

    /** Releases a hold by its id, or all of a case. @return how many */
    int release(String name, String actor) {
        int released = rows.transactions().required(() -> {
            int count = rows.store().write(em -> em.createNamedQuery("legalHold.release")
                    .setParameter("now", Micros.of(clock.instant()))
                    .setParameter("actor", actor)
                    .setParameter("name", name)
                    .executeUpdate());
            if (count > 0) {
                record(actor, "admin:privacy:hold:release", name, name);
            }
            rows.transactions().afterCommit(() -> known = read());
            return count;
        });
        if (released == 0) {
            throw PlatformException.notFound("hold", name);
        }
        return released;
    }

    private void record(String actor, String action, String target, String caseRef) {
        audit.record(new AuditEntry(clock.instant(), actor, action, target, Map.of("case", caseRef)));
    }
}
