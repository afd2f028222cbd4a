package org.image2ai.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.LegalFreeze;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.kit.privacy.Frozen;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The part of the audit trail in privacy requests. An entry names people by the ids of their accounts only, and stays
 * until its time is over: a trail that could be thinned out would prove nothing.
 */
@Component(service = PersonalDataParticipant.class)
public final class AuditPersonalData implements PersonalDataParticipant {
    private static final String AUDIT = "audit";
    private static final String REASON =
            "proof of administrative acts on personal data: GDPR Art. 5(2), Art. 32 and Art. 17(3)(b), (e)";

    private final AuditService audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LegalFreeze freeze;

    @Activate
    public AuditPersonalData(@Reference AuditService audit) {
        this.audit = audit;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        requireHolding(holding);
        return audit.of(subject, page)
                .map(row -> new HeldItem(
                        AUDIT, Long.toString(row.number()), row.toRecord().at()));
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        AuditEntry entry = find(subject, item)
                .orElseThrow(() -> PlatformException.notFound("audit_entry", item.key()))
                .toRecord();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("at", entry.at().toString());
        data.put("actor", entry.actor());
        data.put("action", entry.action());
        data.put("target", entry.target());
        data.put("details", entry.details());
        sink.data(data);
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return find(subject, item)
                .map(row -> Outcome.retained(REASON, until(row.toRecord().at())))
                .orElseGet(Outcome::notFound);
    }

    private LocalDate until(Instant at) {
        return LocalDate.ofInstant(at.plus(audit.kept()), ZoneOffset.UTC).plusDays(1);
    }

    /** Nothing is erased before its time; what would be done is what is done. */
    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        return plan(subject, item);
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        requireHolding(holding);
        // Of a chain only the beginning can go: it stays from the first entry on that is under a hold.
        return Frozen.accounts(freeze)
                .map(frozen -> audit.sweep(now, dryRun, limit, frozen))
                .orElse(0);
    }

    private Optional<AuditEntity> find(AccountId subject, HeldItem item) {
        requireHolding(item.holding());
        return item.key().matches("\\d{1,18}")
                ? audit.find(Long.parseLong(item.key())).filter(row -> row.concerns(subject.value()))
                : Optional.empty();
    }

    /** An empty page would read as proof that nothing is held. */
    private static void requireHolding(String holding) {
        if (!holding.equals(AUDIT)) {
            throw PlatformException.invalid("unknown_holding", "admin declares no holding " + holding + ".");
        }
    }
}
