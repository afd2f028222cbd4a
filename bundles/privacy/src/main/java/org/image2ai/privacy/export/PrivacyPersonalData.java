package org.image2ai.privacy.export;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of privacy in privacy requests: copies, what people chose, and the evidence of both. */
@Component(service = PersonalDataParticipant.class)
public final class PrivacyPersonalData implements PersonalDataParticipant {
    private final Map<String, OwnHolding> holdings;

    @Activate
    public PrivacyPersonalData(
            @Reference ExportService exports, @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate template) {
        this(exports, new Store(template), Clock.systemUTC());
    }

    PrivacyPersonalData(ExportService exports, Store store, Clock clock) {
        holdings = Map.of(
                "exports",
                new ExportsHolding(exports),
                "choices",
                new ChoicesHolding(store),
                "activity",
                new ActivityHolding(store),
                "legal-holds",
                new EvidenceHolding(store, EvidenceTable.HOLDS, clock),
                "consents",
                new EvidenceHolding(store, EvidenceTable.CONSENTS, clock),
                "requests",
                new EvidenceHolding(store, EvidenceTable.REQUESTS, clock));
    }

    private OwnHolding holding(String name) {
        // An empty page would read as proof that nothing is held.
        return Optional.ofNullable(holdings.get(name))
                .orElseThrow(() ->
                        PlatformException.invalid("unknown_holding", "privacy declares no holding " + name + "."));
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        return holding(holding).locate(subject, page);
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        holding(item.holding()).export(subject, item, sink);
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return holding(item.holding()).plan(subject, item);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        return holding(item.holding()).erase(subject, item);
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return holding(holding).sweep(now, dryRun, limit);
    }
}
