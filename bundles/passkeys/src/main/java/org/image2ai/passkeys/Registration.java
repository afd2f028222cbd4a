package org.image2ai.passkeys;

import java.util.List;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new passkey: what the device is asked, and what it answers. */
@Component(service = Registration.class, configurationPid = "org.image2ai.passkeys")
public final class Registration {
    private static final int LONGEST_NAME = 80;

    private final String service;
    private final Accounts accounts;
    private final PublicAddress address;
    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final PasskeyStore passkeys;
    private final Transactions transactions;

    @Activate
    public Registration(
            PasskeysConfig config,
            @Reference Accounts accounts,
            @Reference PublicAddress address,
            @Reference Challenges challenges,
            @Reference Ceremonies ceremonies,
            @Reference PasskeyStore passkeys,
            @Reference Transactions transactions) {
        this.service = config.serviceName();
        this.accounts = accounts;
        this.address = address;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.transactions = transactions;
    }

    /** Begins one. @throws PlatformException CONFLICT {@code too_many_passkeys}, {@code passkeys_unavailable} */
    CreationOptions begin(AccountId id) {
        RelyingParty party = RelyingParty.of(address);
        Account account = accounts.find(id).orElseThrow(() -> PlatformException.notFound("account", id.value()));
        List<Passkey> held = passkeys.list(id);
        PasskeyStore.requireRoom(held);
        return transactions.required(() -> CreationOptions.of(
                challenges.forRegistration(id),
                new CreationOptions.Party(party.id(), service),
                CreationOptions.person(passkeys.handle(id), account),
                held));
    }

    /** Completes it. @throws PlatformException DENIED {@code passkey_refused}, INVALID {@code invalid_name} */
    Passkey complete(AccountId account, String name, Answer answer) {
        String checked = checked(name);
        Passkey.Credential credential = ceremonies.registered(
                answer, RelyingParty.of(address), challenge -> challenges.takeForRegistration(challenge, account));
        return passkeys.add(account, checked, credential);
    }

    private static String checked(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid(
                            "invalid_name", "The name of a passkey has 1 to " + LONGEST_NAME + " characters.")
                    .withField("name");
        }
        return name;
    }
}
