package org.image2ai.privacy.export;

import java.time.Instant;
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

/** What a person decided, as it stands: one row, which the ledger of consents explains. */
final class ChoicesHolding implements OwnHolding {
    private static final String FIND = "SELECT p.restricted, p.third_parties, p.objections, p.recipients, p.regions,"
            + " (SELECT MIN(c.created_at) FROM prv_consent c WHERE c.account = p.account)"
            + " FROM prv_choice p WHERE p.account = ?1";
    private static final String REMOVE = "DELETE FROM prv_choice WHERE account = ?1";

    private final Store store;

    ChoicesHolding(Store store) {
        this.store = store;
    }

    private Optional<Object[]> find(AccountId subject) {
        return store.read(em -> rows(em, subject).stream().findFirst());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(EntityManager em, AccountId subject) {
        return em.createNativeQuery(FIND).setParameter(1, subject.value()).getResultList();
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, PageRequest page) {
        return new Page<>(
                find(subject)
                        .map(row -> new HeldItem(
                                "choices",
                                subject.value(),
                                row[5] == null ? Instant.EPOCH : Micros.instant(((Number) row[5]).longValue())))
                        .stream()
                        .toList(),
                Optional.empty());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        find(subject)
                .ifPresent(row -> sink.data(Map.of(
                        "restricted", row[0],
                        "thirdParties", row[1],
                        "objections", String.valueOf(row[2]),
                        "recipients", String.valueOf(row[3]),
                        "regions", String.valueOf(row[4]))));
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
