package org.image2ai.security;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Action;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.privacy.PrivacyDeclaration.Retention;
import org.image2ai.api.security.ApiKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of API keys in privacy requests: their names and times; the keys themselves are kept nowhere. */
@Component(service = PersonalDataParticipant.class)
public final class SecurityPersonalData implements PersonalDataParticipant {
    private static final String KEYS = "api-keys";

    private final ApiKeyService keys;

    @Activate
    public SecurityPersonalData(@Reference ApiKeyService keys) {
        this.keys = keys;
    }

    @Override
    public PrivacyDeclaration declaration() {
        Holding holding = new Holding(
                KEYS,
                "dpv-pd:Authenticating",
                List.of(Purpose.SERVICE, Purpose.SECURITY),
                "dpv:Contract",
                List.of("sec_api_key"),
                "account",
                Retention.ACCOUNT,
                Action.ERASE);
        return new PrivacyDeclaration("org.image2ai.security", List.of(holding), List.of());
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        String after = page.cursor().orElse("");
        List<ApiKey> rest = keys.list(subject).stream()
                .filter(key -> key.id().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(key -> key.id().value()))
                .toList();
        List<HeldItem> items = rest.stream()
                .limit(page.limit())
                .map(key -> new HeldItem(KEYS, key.id().value(), key.created()))
                .toList();
        boolean more = rest.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    private Optional<ApiKey> find(AccountId subject, HeldItem item) {
        return keys.list(subject).stream()
                .filter(key -> key.id().value().equals(item.key()))
                .findFirst();
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        find(subject, item).ifPresent(key -> {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", key.id().value());
            data.put("name", key.name());
            data.put("hint", key.hint());
            data.put("scopes", List.copyOf(key.scopes()));
            data.put("created", key.created().toString());
            key.expires().ifPresent(at -> data.put("expires", at.toString()));
            key.revoked().ifPresent(at -> data.put("revoked", at.toString()));
            sink.data(data);
        });
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return find(subject, item).map(key -> Outcome.erased()).orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        return keys.erase(subject, new ApiKeyId(item.key())) ? Outcome.erased() : Outcome.notFound();
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
