package org.image2ai.passkeys;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.Sessions;
import org.image2ai.api.security.SignedIn;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-in by a passkey: something that a person has, opened by what they know or are, so two factors at once. */
@Component(service = PasskeySignIn.class)
public final class PasskeySignIn {
    private final Guesses guesses;
    private final Keys keys;
    private final Platform platform;
    private final Clock clock;

    /** What this bundle has for it. */
    record Keys(Challenges challenges, Ceremonies ceremonies, PasskeyStore store) {}

    /** What the platform has for it. */
    record Platform(
            PublicAddress address, Accounts accounts, Sessions sessions, AuditTrail audit, Transactions transactions) {}

    @Activate
    public PasskeySignIn(
            @Reference Guesses guesses,
            @Reference Challenges challenges,
            @Reference Ceremonies ceremonies,
            @Reference PasskeyStore store,
            @Reference PublicAddress address,
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference AuditTrail audit,
            @Reference Transactions transactions) {
        this(
                guesses,
                new Keys(challenges, ceremonies, store),
                new Platform(address, accounts, sessions, audit, transactions),
                Clock.systemUTC());
    }

    PasskeySignIn(Guesses guesses, Keys keys, Platform platform, Clock clock) {
        this.guesses = guesses;
        this.keys = keys;
        this.platform = platform;
        this.clock = clock;
    }

    /** Somebody who is in. */
    record In(Account account, OpenedSession session) {}

    /** Begins one. @throws PlatformException EXHAUSTED {@code rate_limited}, {@code busy} */
    RequestOptions begin(ClientInfo client) {
        RelyingParty party = RelyingParty.of(platform.address());
        guesses.takeChallenge(client);
        return RequestOptions.of(keys.challenges().forSignIn(), party);
    }

    /**
     * Opens a session for who shows a passkey.
     *
     * @throws PlatformException DENIED {@code passkey_refused} whatever was wrong; EXHAUSTED {@code rate_limited}
     */
    In complete(Answer answer, ClientInfo client) {
        RelyingParty party = RelyingParty.of(platform.address());
        return guesses.guarded(Secrets.hash(answer.id()), client, () -> {
            Optional<Passkey> passkey = keys.store().find(answer.id());
            long counter = verified(answer, party, passkey);
            return open(answer, passkey.orElseThrow(Answer::refused), counter, client);
        });
    }

    private long verified(Answer answer, RelyingParty party, Optional<Passkey> passkey) {
        try {
            return keys.ceremonies().signed(answer, party, passkey, keys.challenges()::takeForSignIn);
        } catch (Ceremonies.CounterWentBack e) {
            passkey.ifPresent(this::writeDown);
            throw Answer.refused().causedBy(e);
        }
    }

    /** Somebody has a copy of this key; which of the two is the person's own cannot be told from here. */
    private void writeDown(Passkey passkey) {
        AuditEntry entry = new AuditEntry(
                clock.instant(),
                passkey.account().value(),
                "session:create",
                passkey.id(),
                Map.of("refused", "counter"));
        platform.transactions().required(() -> {
            platform.audit().record(entry);
            return true;
        });
    }

    private In open(Answer answer, Passkey passkey, long counter, ClientInfo client) {
        Account account = platform.accounts()
                .find(passkey.account())
                .filter(known -> known.state() == Account.State.ACTIVE)
                .filter(known -> keys.store().isHandle(known.id(), Answer.encoded(answer.response("userHandle"))))
                .orElseThrow(Answer::refused);
        return platform.transactions().required(() -> {
            if (!keys.store().used(passkey, counter)) {
                throw Answer.refused();
            }
            return new In(account, platform.sessions().open(new SignedIn(account.id(), "passkey", true), client));
        });
    }
}
