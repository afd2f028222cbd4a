package org.image2ai.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.Sessions;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.net.GuessLimit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** New passwords and new addresses for accounts that there are. */
@Component(service = Recovery.class, configurationPid = "org.image2ai.accounts")
public final class Recovery {
    private static final int FREE_GUESSES = 5;

    private final AccountsConfig config;
    private final AccountService accounts;
    private final Transactions transactions;
    private final Sessions sessions;
    private final Post post;
    private final Letters letters;
    private final Links links;
    private final MailLimits limits;
    private final Tokens tokens;
    private final GuessLimit guesses;
    private final Clock clock;

    @Activate
    public Recovery(
            AccountsConfig config,
            @Reference AccountService accounts,
            @Reference(target = "(osgi.unit.name=accounts)") JpaTemplate jpa,
            @Reference Transactions transactions,
            @Reference Sessions sessions,
            @Reference Post post) {
        this.config = config;
        this.accounts = accounts;
        this.transactions = transactions;
        this.sessions = sessions;
        this.post = post;
        this.letters = post.letters();
        this.links = post.links();
        this.limits = post.limits();
        this.clock = post.clock();
        this.tokens = new Tokens(new Store(jpa));
        this.guesses = new GuessLimit(FREE_GUESSES, clock);
    }

    /** Sends a link that sets a new password, where there is somebody to send it to. */
    void request(String email, String remoteAddress) {
        letters.requireMailer();
        limits.network(remoteAddress);
        limits.address(Emails.checked(email));
        post.later(() -> transactions.required(() -> {
            accounts.profileByEmail(email)
                    .filter(profile -> profile.account().state() == Account.State.ACTIVE)
                    .ifPresent(this::send);
            return true;
        }));
    }

    private void send(Profile profile) {
        String token = tokens.issue(
                Token.of(profile.account().id(), Token.Purpose.RESET),
                clock.instant(),
                Duration.ofMinutes(config.resetMinutes()));
        letters.reset(profile.addressee(), links.reset(token), token, config.resetMinutes());
    }

    /**
     * Sets a password by a link. A link that was refused its password is still good; who had it has the address.
     *
     * @throws PlatformException INVALID {@code invalid_token}, {@code weak_password}
     */
    void reset(String token, char[] password) {
        transactions.required(() -> {
            Token used = tokens.use(token, Set.of(Token.Purpose.RESET), clock.instant());
            accounts.setPassword(used.account(), password);
            accounts.change(used.account(), entity -> entity.setVerified(clock.instant()));
            tell(used.account());
            return sessions.end(used.account(), Optional.empty());
        });
    }

    /** Sets a password by the one before; other sessions end. */
    void change(AccountId account, Passage passage, char[] password) {
        require(account, passage.password());
        transactions.required(() -> {
            accounts.setPassword(account, password);
            tokens.drop(account, Token.Purpose.RESET);
            tell(account);
            return sessions.end(account, passage.session());
        });
    }

    private void tell(AccountId account) {
        accounts.profile(account).map(Profile::addressee).ifPresent(letters::passwordChanged);
    }

    /** How somebody who is known shows it once more: the present password, and the session that goes on. */
    record Passage(char[] password, Optional<SessionId> session) {
        @Override
        public String toString() {
            return "Passage";
        }
    }

    /** Asks a new address whether it is theirs; it counts when it says so. */
    void changeEmail(AccountId account, String email, char[] password) {
        letters.requireMailer();
        String checked = Emails.checked(email);
        require(account, password);
        limits.address(checked);
        transactions.required(() -> {
            Optional<Profile> other = accounts.profileByEmail(checked)
                    .filter(known -> !known.account().id().equals(account));
            other.ifPresentOrElse(this::tellOwner, () -> ask(account, checked));
            return true;
        });
    }

    /** The address is somebody else's: they are told, the caller is not. */
    private void tellOwner(Profile other) {
        if (other.account().state() == Account.State.ACTIVE) {
            letters.exists(other.addressee(), links.of("/forgot-password"), config.resetMinutes());
        }
    }

    private void ask(AccountId account, String email) {
        String token = tokens.issue(
                new Token(account, Token.Purpose.EMAIL, Optional.of(email)),
                clock.instant(),
                Duration.ofMinutes(config.verificationMinutes()));
        Letters.Addressee old = accounts.profile(account)
                .orElseThrow(() -> PlatformException.notFound("account", account.value()))
                .addressee();
        letters.verifyNew(
                new Letters.Addressee(old.account(), email, old.language(), old.name()),
                links.verify(token),
                config.verificationMinutes());
    }

    private void require(AccountId account, char[] password) {
        guesses.begin(account.value());
        if (!accounts.isPassword(account, password)) {
            throw PlatformException.denied("wrong_password", "This is not your present password.");
        }
        guesses.succeeded(account.value());
    }
}
