package org.image2ai.privacy.request;

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
 * Whether it is certain enough who asks: a session that was opened a moment ago, the password once more, or an API key
 * that may confirm. An account with a second factor shows it too. A key alone does not erase: whoever found one in a
 * script would end an account with it, for good.
 */
@Component(service = RecentAuthentication.class)
public final class RecentAuthentication {
    private static final int FREE_GUESSES = 5;
    private static final String CONFIRM = "privacy:confirm";

    private final Sessions sessions;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Settings settings;
    private final GuessLimit guesses;

    @Activate
    public RecentAuthentication(
            @Reference Sessions sessions,
            @Reference Accounts accounts,
            @Reference SecondFactors secondFactors,
            @Reference Settings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.settings = settings;
        this.guesses = new GuessLimit(FREE_GUESSES, settings.clock());
    }

    /**
     * What a caller shows along with a request.
     *
     * @param password the present one
     * @param code of the second factor
     */
    record Shown(Optional<String> password, Optional<String> code) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    /** Whether nothing more need be shown for what destroys nothing. */
    boolean isRecent(Identity caller) {
        return isFresh(caller)
                || caller.apiKey().isPresent() && settings.config().confirmWithApiKey() && caller.permits(CONFIRM);
    }

    private boolean mayErase(Identity caller) {
        return isFresh(caller)
                || caller.apiKey().isPresent()
                        && settings.config().eraseWithApiKey()
                        && caller.permits(CONFIRM)
                        && !secondFactors.enabled(caller.account());
    }

    private boolean isFresh(Identity caller) {
        Instant since =
                settings.now().minus(Duration.ofMinutes(settings.config().recentMinutes()));
        Optional<OpenSession> session = caller.session()
                .flatMap(id -> sessions.find(caller.account(), id))
                .filter(open -> !open.opened().isBefore(since));
        return session.isPresent() && (session.get().secondFactor() || !secondFactors.enabled(caller.account()));
    }

    /**
     * Asks for a proof, unless there is one.
     *
     * @throws PlatformException DENIED {@code recent_authentication_required}, {@code wrong_password}, {@code
     *     code_required}, {@code invalid_code}; EXHAUSTED {@code rate_limited} after too many wrong ones
     */
    void require(Identity caller, Shown shown) {
        if (!isRecent(caller)) {
            prove(caller, shown);
        }
    }

    /** As {@link #require}, for what cannot be taken back: here a key alone is no proof, unless the operator says so. */
    void requireToErase(Identity caller, Shown shown) {
        if (!mayErase(caller)) {
            prove(caller, shown);
        }
    }

    private void prove(Identity caller, Shown shown) {
        String given = shown.password()
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> PlatformException.denied(
                        "recent_authentication_required", "Sign in again, or send your password along."));
        String who = caller.account().value();
        guesses.begin(who);
        Optional<Account> known = accounts.find(caller.account())
                .flatMap(account -> accounts.authenticate(account.email(), given.toCharArray()))
                .filter(account -> account.id().equals(caller.account()));
        if (known.isEmpty()) {
            throw PlatformException.denied("wrong_password", "This is not your present password.");
        }
        guesses.succeeded(who);
        if (secondFactors.enabled(caller.account())) {
            String code = shown.code().filter(text -> !text.isEmpty()).orElseThrow(() -> PlatformException.denied(
                            "code_required", "Send the code of the second factor too.")
                    .withField("code"));
            secondFactors.require(caller.account(), code);
        }
    }
}
