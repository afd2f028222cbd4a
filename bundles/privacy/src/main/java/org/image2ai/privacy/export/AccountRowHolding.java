package org.image2ai.privacy.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;

/** The one row of a person in a table. */
final class AccountRowHolding implements OwnHolding {
    private final Store store;
    private final AccountRow table;

    AccountRowHolding(Store store, AccountRow table) {
        this.store = store;
        this.table = table;
    }

    private Optional<Object[]> find(AccountId subject) {
        return store.read(em -> rows(em, subject).stream().findFirst());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(EntityManager em, AccountId subject) {
        return em.createNativeQuery(table.find())
                .setParameter(1, subject.value())
                .getResultList();
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, PageRequest page) {
        return new Page<>(
                find(subject).map(row -> new HeldItem(table.holding(), subject.value(), since(row[0]))).stream()
                        .toList(),
                Optional.empty());
    }

    private static Instant since(Object micros) {
        return micros == null ? Instant.EPOCH : Micros.instant(((Number) micros).longValue());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        find(subject).ifPresent(row -> {
            Map<String, Object> data = new LinkedHashMap<>();
            for (int i = 1; i < row.length; i++) {
                if (row[i] != null) {
                    String column = table.columns().get(i - 1);
                    data.put(column, readable(column, row[i]));
                }
            }
            sink.data(data);
        });
    }

    private static Object readable(String column, Object value) {
        if (column.endsWith("_on")) {
            return LocalDate.ofEpochDay(((Number) value).longValue()).toString();
        }
        return value instanceof Boolean ? value : String.valueOf(value);
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return find(subject).map(row -> Outcome.erased()).orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        int removed = store.write(em -> em.createNativeQuery(table.remove())
                .setParameter(1, subject.value())
                .executeUpdate());
        return removed > 0 ? Outcome.erased() : Outcome.notFound();
    }

    /** It lives as long as the account. */
    @Override
    public int sweep(Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
