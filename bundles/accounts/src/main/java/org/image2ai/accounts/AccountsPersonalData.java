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
import org.image2ai.api.Purpose;
import org.image2ai.api.account.Account;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Action;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.privacy.PrivacyDeclaration.Retention;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of the accounts in privacy requests: the account itself, one item, whose key is the account's id. */
@Component(service = PersonalDataParticipant.class)
public final class AccountsPersonalData implements PersonalDataParticipant {
    private static final String ACCOUNT = "account";
    private static final Holding HOLDING = new Holding(
            ACCOUNT,
            "dpv-pd:Identifying",
            List.of(Purpose.SERVICE, Purpose.SECURITY, Purpose.LEGAL),
            "dpv:Contract",
            List.of("acc_account"),
            "id",
            Retention.ACCOUNT,
            Action.ERASE);

    private final AccountService accounts;

    @Activate
    public AccountsPersonalData(@Reference AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public PrivacyDeclaration declaration() {
        return new PrivacyDeclaration("org.image2ai.accounts", List.of(HOLDING), List.of());
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        requireHolding(holding);
        List<HeldItem> items = accounts.find(subject).stream()
                .map(account -> new HeldItem(ACCOUNT, account.id().value(), account.created()))
                .toList();
        return new Page<>(items, Optional.empty());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        sink.data(data(find(subject, item).orElseThrow(() -> PlatformException.notFound(ACCOUNT, item.key()))));
    }

    private static Map<String, Object> data(Account account) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", account.id().value());
        data.put("email", account.email());
        data.put("name", account.name());
        data.put("birthDate", account.birthDate().toString());
        data.put("policyVersion", account.policyVersion());
        data.put("roles", account.roles().stream().sorted().toList());
        data.put("state", account.state().name());
        data.put("created", account.created().toString());
        return data;
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return find(subject, item).map(account -> Outcome.erased()).orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        return names(subject, item) && accounts.erase(subject) ? Outcome.erased() : Outcome.notFound();
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

    private Optional<Account> find(AccountId subject, HeldItem item) {
        return names(subject, item) ? accounts.find(subject) : Optional.empty();
    }

    private static boolean names(AccountId subject, HeldItem item) {
        requireHolding(item.holding());
        return item.key().equals(subject.value());
    }

    /** An empty page would read as proof that nothing is held. */
    private static void requireHolding(String holding) {
        if (!holding.equals(ACCOUNT)) {
            throw PlatformException.invalid("unknown_holding", "accounts declares no holding " + holding + ".");
        }
    }
}
