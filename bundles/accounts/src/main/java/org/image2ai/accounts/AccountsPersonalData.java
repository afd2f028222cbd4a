package org.image2ai.accounts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of the accounts in privacy requests: the account, whose key is its id, and its linked identities. */
@Component(service = PersonalDataParticipant.class)
public final class AccountsPersonalData implements PersonalDataParticipant {
    private static final String ACCOUNT = "account";
    private static final String IDENTITIES = "identities";
    private static final String BEFORE = "before-registration";

    private final AccountService accounts;
    private final Identities identities;
    private final Sessions sessions;

    @Activate
    public AccountsPersonalData(
            @Reference AccountService accounts, @Reference Identities identities, @Reference Sessions sessions) {
        this.accounts = accounts;
        this.identities = identities;
        this.sessions = sessions;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        String after = page.cursor().orElse("");
        List<HeldItem> rest = held(subject, holding).stream()
                .filter(item -> item.key().compareTo(after) > 0)
                .toList();
        List<HeldItem> items = rest.stream().limit(page.limit()).toList();
        boolean more = rest.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    private List<HeldItem> held(AccountId subject, String holding) {
        return switch (holding) {
            case ACCOUNT ->
                accounts.find(subject).stream()
                        .map(account -> new HeldItem(ACCOUNT, account.id().value(), account.created()))
                        .toList();
            case IDENTITIES ->
                identities.list(subject).stream()
                        .map(identity -> new HeldItem(IDENTITIES, identity.id(), identity.created()))
                        .toList();
            case BEFORE -> List.of();
            // An empty page would read as proof that nothing is held.
            default ->
                throw PlatformException.invalid("unknown_holding", "accounts declares no holding " + holding + ".");
        };
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        if (item.holding().equals(IDENTITIES)) {
            identities.list(subject).stream()
                    .filter(identity -> identity.id().equals(item.key()))
                    .forEach(identity -> sink.data(data(identity)));
        } else if (isHeld(subject, item)) {
            accounts.profile(subject).ifPresent(profile -> sink.data(data(profile)));
        }
    }

    private static Map<String, Object> data(LinkedIdentity identity) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", identity.id());
        data.put("provider", identity.provider());
        data.put("issuer", identity.issuer());
        data.put("subject", identity.subject());
        identity.email().ifPresent(email -> data.put("email", email));
        data.put("created", identity.created().toString());
        return data;
    }

    private static Map<String, Object> data(Profile profile) {
        Account account = profile.account();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", account.id().value());
        data.put("email", account.email());
        data.put("name", account.name());
        data.put("birthDate", account.birthDate().toString());
        data.put("policyVersion", account.policyVersion());
        data.put("roles", account.roles().stream().sorted().toList());
        data.put("state", account.state().name());
        data.put("created", account.created().toString());
        profile.verified().ifPresent(at -> data.put("verified", at.toString()));
        data.put("language", profile.language());
        data.put("preferences", Preferences.parse(profile.preferences()));
        return data;
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return isHeld(subject, item) ? Outcome.erased() : Outcome.notFound();
    }

    private boolean isHeld(AccountId subject, HeldItem item) {
        return held(subject, item.holding()).stream()
                .anyMatch(held -> held.key().equals(item.key()));
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        if (!isHeld(subject, item)) {
            return Outcome.notFound();
        }
        if (item.holding().equals(IDENTITIES)) {
            identities.erase(subject, item.key());
        } else {
            sessions.end(subject, Optional.empty());
            accounts.erase(subject);
        }
        return Outcome.erased();
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        boolean corrected =
                switch (attribute) {
                    case "email" -> accounts.correctEmail(subject, value);
                    case "name" -> accounts.correctName(subject, value);
                    case "birthDate" -> accounts.correctBirthDate(subject, AgeGate.parse(value));
                    default -> false;
                };
        return corrected ? 1 : 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
