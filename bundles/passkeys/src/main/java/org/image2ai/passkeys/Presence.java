package org.image2ai.passkeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.OpenSession;
import org.image2ai.api.security.SecondFactors;
import org.image2ai.api.security.Sessions;
import org.image2ai.kit.net.GuessLimit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether it is the person who wants a change. A passkey opens the account for good, so neither an API key nor a session
 * that was left open somewhere may add one, nor somebody who knows the password and not the second factor.
 */
@Component(service = Presence.class, configurationPid = "org.image2ai.passkeys")
public final class Presence {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors secondFactors;
    private final Duration fresh;
    private final GuessLimit guesses;
    private final Clock clock;

    @Activate
    public Presence(
            PasskeysConfig config,
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference SecondFactors secondFactors) {
        this(config, new People(accounts, sessions, secondFactors), Clock.systemUTC());
    }

    /** What is known of people. */
    record People(Accounts accounts, Sessions sessions, SecondFactors secondFactors) {}

    Presence(PasskeysConfig config, People people, Clock clock) {
        this.accounts = people.accounts();
        this.sessions = people.sessions();
        this.secondFactors = people.secondFactors();
        this.fresh = Duration.ofMinutes(config.freshMinutes());
        this.guesses = new GuessLimit(config.guessesPerPasskey(), clock);
        this.clock = clock;
    }

    /**
     * Asks for a person, with the second factor where the account has one.
     *
     * @throws PlatformException DENIED {@code key_not_allowed}, {@code second_factor_required}
     */
    void require(Identity caller) {
        if (caller.apiKey().isPresent()) {
            throw PlatformException.denied("key_not_allowed", "Passkeys are changed by people, not by API keys.");
        }
        boolean shown = session(caller).map(OpenSession::secondFactor).orElse(false);
        if (!shown && secondFactors.enabled(caller.account())) {
            throw PlatformException.denied("second_factor_required", "Show the second factor first.");
        }
    }

    private Optional<OpenSession> session(Identity caller) {
        return caller.session().flatMap(id -> sessions.find(caller.account(), id));
    }

    /**
     * Asks for a person who proved a moment ago who they are, or does now.
     *
     * @throws PlatformException DENIED as {@link #require}, {@code sign_in_again}, {@code wrong_password}; EXHAUSTED
     *     {@code rate_limited}
     */
    void requireFresh(Identity caller, Optional<String> password) {
        require(caller);
        Instant oldest = clock.instant().minus(fresh);
        if (session(caller).filter(open -> open.opened().isAfter(oldest)).isPresent()) {
            return;
        }
        String given = password.orElseThrow(
                () -> PlatformException.denied("sign_in_again", "Send your password too, or sign in again.")
                        .withField("password"));
        check(caller, given);
    }

    private void check(Identity caller, String password) {
        guesses.begin(caller.account().value());
        accounts.find(caller.account())
                .flatMap(account -> accounts.authenticate(account.email(), password.toCharArray()))
                .map(Account::id)
                .filter(caller.account()::equals)
                .orElseThrow(() -> PlatformException.denied("wrong_password", "This is not your present password.")
                        .withField("password"));
        guesses.succeeded(caller.account().value());
    }
}
