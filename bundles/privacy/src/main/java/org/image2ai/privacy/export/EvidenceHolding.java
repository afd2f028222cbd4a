package org.image2ai.privacy.export;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;

/**
 * Evidence that outlives the account, since whoever holds data must be able to prove what they did with it (GDPR article
 * 5(2)): until three years after the erasure began, when claims are barred.
 */
final class EvidenceHolding implements OwnHolding {
    private static final int YEARS = 3;
    private static final String STATUTE =
            "Proof of what was asked and done, GDPR article 5(2); kept until claims are barred.";
    private static final String CLOSED = "SELECT closed_at FROM prv_fence WHERE account = ?1";

    private final Store store;
    private final EvidenceTable table;
    private final Clock clock;

    EvidenceHolding(Store store, EvidenceTable table, Clock clock) {
        this.store = store;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, PageRequest page) {
        Keyset after = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MIN_VALUE, ""));
        return store.read(em -> Keyset.page(
                        rows(query(em, table.page(), subject.value(), after.at(), after.id())
                                .setMaxResults(page.limit() + 1)),
                        page.limit(),
                        row -> new Keyset(((Number) row[1]).longValue(), (String) row[0]))
                .map(row ->
                        new HeldItem(table.holding(), (String) row[0], Micros.instant(((Number) row[1]).longValue()))));
    }

    private Optional<Object[]> find(AccountId subject, HeldItem item) {
        return store.read(em -> rows(query(em, table.find(), item.key(), subject.value())).stream()
                .findFirst());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        find(subject, item).ifPresent(row -> {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", item.key());
            for (int i = 0; i < row.length; i++) {
                if (row[i] != null) {
                    data.put(table.columns().get(i), readable(table.columns().get(i), row[i]));
                }
            }
            sink.data(data);
        });
    }

    private static String readable(String column, Object value) {
        return column.endsWith("_at")
                ? Micros.instant(((Number) value).longValue()).toString()
                : String.valueOf(value);
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        if (find(subject, item).isEmpty()) {
            return Outcome.notFound();
        }
        LocalDate until = until(subject);
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isBefore(until)
                ? Outcome.retained(STATUTE, until)
                : Outcome.erased();
    }

    private LocalDate until(AccountId subject) {
        List<?> closed = store.read(em -> query(em, CLOSED, subject.value()).getResultList());
        Instant from = closed.isEmpty() ? clock.instant() : Micros.instant(((Number) closed.get(0)).longValue());
        return LocalDate.ofInstant(from, ZoneOffset.UTC).plusYears(YEARS);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        Outcome outcome = plan(subject, item);
        if (outcome.equals(Outcome.erased())) {
            remove(item.key());
        }
        return outcome;
    }

    private void remove(String id) {
        store.run(em -> {
            table.removeChildren().forEach(sql -> query(em, sql, id).executeUpdate());
            query(em, table.remove(), id).executeUpdate();
        });
    }

    @Override
    public int sweep(Instant now, boolean dryRun, int limit) {
        Instant before = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .minusYears(YEARS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<?> over = store.read(em ->
                query(em, table.over(), Micros.of(before)).setMaxResults(limit).getResultList());
        if (!dryRun) {
            over.forEach(id -> remove((String) id));
        }
        return over.size();
    }

    private static Query query(EntityManager em, String sql, Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
