package org.image2ai.passkeys;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of passkeys in privacy requests: how they are called and when they were used, never the keys. */
@Component(service = PersonalDataParticipant.class)
public final class PasskeysPersonalData implements PersonalDataParticipant {
    private static final String PASSKEYS = "passkeys";
    private static final String HANDLE = "passkey-handle";

    private final PasskeyStore passkeys;
    private final Challenges challenges;

    @Activate
    public PasskeysPersonalData(@Reference PasskeyStore passkeys, @Reference Challenges challenges) {
        this.passkeys = passkeys;
        this.challenges = challenges;
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
            case PASSKEYS ->
                passkeys.list(subject).stream()
                        .map(passkey -> new HeldItem(PASSKEYS, passkey.id(), passkey.created()))
                        .toList();
            case HANDLE ->
                passkeys.handled(subject)
                        .map(since -> List.of(new HeldItem(HANDLE, subject.value(), since)))
                        .orElse(List.of());
            // An empty page would read as proof that nothing is held.
            default ->
                throw PlatformException.invalid("unknown_holding", "passkeys declares no holding " + holding + ".");
        };
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        if (item.holding().equals(PASSKEYS)) {
            passkeys.list(subject).stream()
                    .filter(passkey -> passkey.id().equals(item.key()))
                    .forEach(passkey -> sink.data(data(passkey)));
        } else {
            passkeys.handled(subject)
                    .filter(since -> item.key().equals(subject.value()))
                    .ifPresent(since -> sink.data(Map.of("created", since.toString())));
        }
    }

    private static Map<String, Object> data(Passkey passkey) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", passkey.id());
        data.put("name", passkey.name());
        data.put("created", passkey.created().toString());
        passkey.lastUsed().ifPresent(at -> data.put("lastUsed", at.toString()));
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
                    case PASSKEYS -> passkeys.remove(subject, item.key());
                    case HANDLE -> item.key().equals(subject.value()) && eraseHandle(subject);
                    default -> !held(subject, item.holding()).isEmpty();
                };
        return erased ? Outcome.erased() : Outcome.notFound();
    }

    private boolean eraseHandle(AccountId subject) {
        challenges.drop(subject);
        return passkeys.removeHandle(subject);
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
