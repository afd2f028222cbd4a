package org.image2ai.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The part of the ledger in privacy requests. The books of an account are one item: taking lines out would make them
 * not add up, so erasure puts a name that leads nowhere in the place of the account's.
 */
@Component(service = PersonalDataParticipant.class)
public final class BillingPersonalData implements PersonalDataParticipant {
    private static final String CREDITS = "credits";
    private static final int EXPORT_PAGE = 200;

    private final Store store;

    /** @param credits migrates the schema, so it comes first */
    @Activate
    public BillingPersonalData(
            @Reference CreditService credits, @Reference(target = "(osgi.unit.name=billing)") JpaTemplate template) {
        this(new Store(template));
    }

    BillingPersonalData(Store store) {
        this.store = store;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        boolean done = page.cursor().isPresent();
        List<HeldItem> items = new ArrayList<>();
        if (!done && holding.equals(CREDITS)) {
            since(subject).ifPresent(created -> items.add(new HeldItem(CREDITS, subject.value(), created)));
        }
        return new Page<>(items, Optional.empty());
    }

    private Optional<Instant> since(AccountId subject) {
        return store.read(em -> em
                .createNamedQuery("ledgerAccount.since", Long.class)
                .setParameter("account", subject.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(Micros::instant));
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        long below = Long.MAX_VALUE;
        while (true) {
            List<PostingEntity> page = page(subject, below);
            page.forEach(row -> sink.data(data(row.toRecord())));
            if (page.size() < EXPORT_PAGE) {
                return;
            }
            below = page.get(page.size() - 1).keyset().at();
        }
    }

    private List<PostingEntity> page(AccountId subject, long below) {
        return store.read(em -> em.createNamedQuery("posting.page", PostingEntity.class)
                .setParameter("account", subject.value())
                .setParameter("below", below)
                .setMaxResults(EXPORT_PAGE)
                .getResultList());
    }

    private static Map<String, Object> data(CreditEntry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", entry.id());
        data.put("at", entry.at().toString());
        data.put("kind", entry.kind());
        data.put("credits", entry.credits());
        data.put("reference", entry.reference());
        data.put("reason", entry.reason());
        return data;
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return since(subject).map(s -> Outcome.anonymised()).orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        if (since(subject).isEmpty()) {
            return Outcome.notFound();
        }
        String other = Ids.next("gone");
        store.run(em -> {
            for (String query : List.of("ledgerAccount.rename", "bucket.rename", "hold.rename", "posting.rename")) {
                em.createNamedQuery(query)
                        .setParameter("account", subject.value())
                        .setParameter("other", other)
                        .executeUpdate();
            }
        });
        return Outcome.anonymised();
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
