package org.image2ai.privacy.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.jpa.Store;

/** The last day on which an account was used: one row, which goes with the account. */
final class ActivityHolding implements OwnHolding {
    private static final String FIND = "SELECT p.seen_on FROM prv_activity p WHERE p.account = ?1";
    private static final String REMOVE = "DELETE FROM prv_activity WHERE account = ?1";

    private final Store store;

    ActivityHolding(Store store) {
        this.store = store;
    }

    private Optional<LocalDate> find(AccountId subject) {
        List<?> days = store.read(em ->
                em.createNativeQuery(FIND).setParameter(1, subject.value()).getResultList());
        return days.stream().findFirst().map(day -> LocalDate.ofEpochDay(((Number) day).longValue()));
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, PageRequest page) {
        return new Page<>(
                find(subject).map(day -> new HeldItem("activity", subject.value(), at(day))).stream()
                        .toList(),
                Optional.empty());
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        find(subject).ifPresent(day -> sink.data(Map.of("lastUsedOn", day.toString())));
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return find(subject).map(row -> Outcome.erased()).orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        int removed = store.write(em ->
                em.createNativeQuery(REMOVE).setParameter(1, subject.value()).executeUpdate());
        return removed > 0 ? Outcome.erased() : Outcome.notFound();
    }

    /** It lives as long as the account. */
    @Override
    public int sweep(Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
