package org.image2ai.privacy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;

/** A bundle that holds things in memory, and can be told to misbehave. */
final class FakeHolder implements PersonalDataParticipant {
    static final String THINGS = "things";

    final String bundle;
    final Map<String, AccountId> things = new TreeMap<>();
    final Map<String, Outcome> kept = new HashMap<>();
    final List<PrivacyDeclaration.Recipient> recipients = new ArrayList<>();
    final Map<String, Outcome> outside = new HashMap<>();
    final List<String> corrected = new ArrayList<>();

    /** What it says of whom it gave something. */
    Disclosures told = Disclosures.UNRECORDED;

    /** Hears of each item before it is erased. */
    Consumer<HeldItem> before = item -> {};

    /** Says that nothing is there, whatever is. */
    boolean liar;

    /** Whether it holds nothing, and has no participant. */
    boolean onlySends;

    int located;

    FakeHolder(String bundle) {
        this.bundle = bundle;
    }

    void hold(AccountId whose, int many) {
        for (int i = 0; i < many; i++) {
            things.put("thing-%05d".formatted(things.size()), whose);
        }
    }

    void retain(String key, String reason, LocalDate until) {
        kept.put(key, Outcome.retained(reason, until));
    }

    PrivacyDeclaration declaration() {
        return new PrivacyDeclaration(
                bundle,
                onlySends
                        ? List.of()
                        : List.of(new PrivacyDeclaration.Holding(
                                THINGS,
                                "dpv-pd:Identifying",
                                List.of(Purpose.SERVICE),
                                "dpv:Contract",
                                List.of("fake_thing"),
                                "account",
                                PrivacyDeclaration.Retention.ACCOUNT,
                                PrivacyDeclaration.Action.ERASE)),
                recipients,
                List.of(),
                "");
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        located++;
        if (liar) {
            return new Page<>(List.of(), Optional.empty());
        }
        String after = page.cursor().orElse("");
        List<HeldItem> rest = things.entrySet().stream()
                .filter(thing ->
                        thing.getValue().equals(subject) && thing.getKey().compareTo(after) > 0)
                .map(thing -> new HeldItem(THINGS, thing.getKey(), Instant.EPOCH))
                .toList();
        List<HeldItem> items = rest.stream().limit(page.limit()).toList();
        boolean more = rest.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        sink.data(Map.of("key", item.key()));
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        if (!things.containsKey(item.key())) {
            return Outcome.notFound();
        }
        return kept.getOrDefault(item.key(), Outcome.erased());
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        before.accept(item);
        Outcome outcome = plan(subject, item);
        if (outcome.status() != Outcome.Status.RETAINED) {
            things.remove(item.key());
        }
        return outcome;
    }

    @Override
    public Disclosures disclosures(AccountId subject) {
        return told;
    }

    @Override
    public Outcome external(AccountId subject, HeldItem item) {
        return outside.getOrDefault(item.key(), Outcome.erased());
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        corrected.add(attribute + "=" + value);
        return 1;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
