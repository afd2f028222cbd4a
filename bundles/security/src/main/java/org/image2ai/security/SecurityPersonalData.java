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
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.security.ApiKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of keys, sessions and second factors in privacy requests: never a secret, only what is said of it. */
@Component(service = PersonalDataParticipant.class)
public final class SecurityPersonalData implements PersonalDataParticipant {
    private static final String KEYS = "api-keys";
    private static final String SESSIONS = "sessions";
    private static final String TWO_FACTOR = "two-factor";

    private final ApiKeyService keys;
    private final SessionService sessions;
    private final TotpService totp;

    @Activate
    public SecurityPersonalData(
            @Reference ApiKeyService keys, @Reference SessionService sessions, @Reference TotpService totp) {
        this.keys = keys;
        this.sessions = sessions;
        this.totp = totp;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        String after = page.cursor().orElse("");
        List<HeldItem> rest = held(subject, holding).stream()
                .filter(item -> item.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(HeldItem::key))
                .toList();
        List<HeldItem> items = rest.stream().limit(page.limit()).toList();
        boolean more = rest.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    private List<HeldItem> held(AccountId subject, String holding) {
        return switch (holding) {
            case KEYS ->
                keys.list(subject).stream()
                        .map(key -> new HeldItem(KEYS, key.id().value(), key.created()))
                        .toList();
            case SESSIONS ->
                sessions.held(subject).stream()
                        .map(session -> new HeldItem(SESSIONS, session.id().value(), session.created()))
                        .toList();
            case TWO_FACTOR ->
                totp.held(subject)
                        .map(begun -> List.of(new HeldItem(TWO_FACTOR, subject.value(), begun)))
                        .orElse(List.of());
            // An empty page would read as proof that nothing is held.
            default ->
                throw PlatformException.invalid("unknown_holding", "security declares no holding " + holding + ".");
        };
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        switch (item.holding()) {
            case KEYS ->
                keys.list(subject).stream()
                        .filter(key -> key.id().value().equals(item.key()))
                        .forEach(key -> sink.data(data(key)));
            case SESSIONS ->
                sessions.held(subject).stream()
                        .filter(session -> session.id().value().equals(item.key()))
                        .forEach(session -> sink.data(data(session)));
            default ->
                totp.held(subject)
                        .filter(begun -> item.key().equals(subject.value()))
                        .ifPresent(begun -> sink.data(Map.of("begun", begun.toString())));
        }
    }

    private static Map<String, Object> data(ApiKey key) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", key.id().value());
        data.put("name", key.name());
        data.put("hint", key.hint());
        data.put("scopes", List.copyOf(key.scopes()));
        data.put("created", key.created().toString());
        key.expires().ifPresent(at -> data.put("expires", at.toString()));
        key.revoked().ifPresent(at -> data.put("revoked", at.toString()));
        key.lastUsed().ifPresent(at -> data.put("lastUsed", at.toString()));
        key.limits().spendCap().ifPresent(cap -> data.put("spendCap", cap));
        data.put("allowedNetworks", List.copyOf(key.limits().allowedNetworks()));
        return data;
    }

    private static Map<String, Object> data(Session session) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", session.id().value());
        data.put("signIn", session.signIn());
        data.put("network", session.network());
        data.put("userAgent", session.agent());
        data.put("created", session.created().toString());
        data.put("lastSeen", session.lastSeen().toString());
        return data;
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        boolean there = held(subject, item.holding()).stream()
                .anyMatch(held -> held.key().equals(item.key()));
        return there ? Outcome.erased() : Outcome.notFound();
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        boolean erased =
                switch (item.holding()) {
                    case KEYS -> keys.erase(subject, new ApiKeyId(item.key()));
                    case SESSIONS -> sessions.endOne(subject, new SessionId(item.key()));
                    case TWO_FACTOR -> item.key().equals(subject.value()) && totp.erase(subject);
                    default -> !held(subject, item.holding()).isEmpty();
                };
        return erased ? Outcome.erased() : Outcome.notFound();
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
