package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Sessions;
import org.image2ai.kit.net.GuessLimit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether it is certain enough who asks: a session that was opened a moment ago, the password once more, or an API key
 * that may confirm.
 */
@Component(service = RecentAuthentication.class)
public final class RecentAuthentication {
    private static final int FREE_GUESSES = 5;
    private static final String CONFIRM = "privacy:confirm";

    private final Sessions sessions;
    private final Accounts accounts;
    private final Settings settings;
    private final GuessLimit guesses;

    @Activate
    public RecentAuthentication(
            @Reference Sessions sessions, @Reference Accounts accounts, @Reference Settings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
        this.guesses = new GuessLimit(FREE_GUESSES, settings.clock());
    }

    /** Whether nothing more need be shown. */
    boolean isRecent(Identity caller) {
        Instant since =
                settings.now().minus(Duration.ofMinutes(settings.config().recentMinutes()));
        if (caller.session().isPresent()) {
            return sessions.find(caller.account(), caller.session().get())
                    .filter(session -> !session.opened().isBefore(since))
                    .isPresent();
        }
        return caller.apiKey().isPresent() && settings.config().confirmWithApiKey() && caller.permits(CONFIRM);
    }

    /**
     * Asks for a proof, unless there is one.
     *
     * @throws PlatformException DENIED {@code recent_authentication_required}, {@code wrong_password}; EXHAUSTED {@code
     *     rate_limited} after too many wrong ones
     */
    void require(Identity caller, Optional<String> password) {
        if (isRecent(caller)) {
            return;
        }
        String given = password.filter(text -> !text.isEmpty())
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
    }
}
