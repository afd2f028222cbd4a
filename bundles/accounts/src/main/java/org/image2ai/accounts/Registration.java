package org.image2ai.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.AgeMemory;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.security.PasswordHasher;
import org.image2ai.kit.KeyFile;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How somebody new comes in. What is said, and the work that is done, is the same whether an address is known or not;
 * the difference is in the mail, which only the owner of the address reads.
 */
@Component(
        service = {Registration.class, AgeMemory.class},
        configurationPid = "org.image2ai.accounts")
public final class Registration implements AgeMemory {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final AccountsConfig config;
    private final AccountService accounts;
    private final Transactions transactions;
    private final PasswordHasher hasher;
    private final Post post;
    private final Letters letters;
    private final Links links;
    private final MailLimits limits;
    private final Store store;
    private final Tokens tokens;
    private final AgeRefusals ages;
    private final Clock clock;

    @Activate
    public Registration(
            AccountsConfig config,
            @Reference AccountService accounts,
            @Reference(target = "(osgi.unit.name=accounts)") JpaTemplate jpa,
            @Reference Transactions transactions,
            @Reference PasswordHasher hasher,
            @Reference Post post) {
        this(config, accounts, new Database(jpa, transactions), hasher, post, KeyFile.named("age"));
    }

    /** The tables, and the transactions around them. */
    record Database(JpaTemplate jpa, Transactions transactions) {}

    Registration(
            AccountsConfig config,
            AccountService accounts,
            Database database,
            PasswordHasher hasher,
            Post post,
            byte[] key) {
        this.config = config;
        this.accounts = accounts;
        this.transactions = database.transactions();
        this.hasher = hasher;
        this.post = post;
        this.letters = post.letters();
        this.links = post.links();
        this.limits = post.limits();
        this.clock = post.clock();
        this.store = new Store(database.jpa());
        this.tokens = new Tokens(store);
        this.ages = new AgeRefusals(store, transactions, key, Duration.ofHours(config.ageRefusalHours()), clock);
    }

    /** Who wants an account. */
    record Request(
            String email,
            char[] password,
            String name,
            LocalDate birthDate,
            Optional<String> policyVersion,
            Optional<String> language) {
        @Override
        public String toString() {
            return "Request";
        }
    }

    /** Takes a registration; the answer says nothing of whether the address was known. */
    void register(Request request, String remoteAddress) {
        letters.requireMailer();
        limits.network(remoteAddress);
        String email = Emails.checked(request.email());
        AccountService.checkName(request.name());
        Passwords.check(request.password(), email);
        AccountEntity entity = entity(request, email);
        ages.check(email, request.birthDate());
        limits.address(email);
        entity.setPasswordHash(hasher.hash(request.password()));
        try {
            transactions.required(() -> take(entity, email));
        } catch (PersistenceException e) {
            // Another registration of the address came between: now it is there to be found.
            transactions.required(() -> take(entity, email));
        }
    }

    private AccountEntity entity(Request request, String email) {
        String present = accounts.policyVersion();
        request.policyVersion().filter(version -> !version.equals(present)).ifPresent(version -> {
            throw PlatformException.conflict("policy_changed", "The policy has changed; read the present one.")
                    .withField("policyVersion");
        });
        NewAccount account = new NewAccount(email, request.name(), request.birthDate(), Optional.empty(), Set.of());
        AccountEntity entity = AccountEntity.from(account, email, present, clock.instant());
        entity.setState(Account.State.UNVERIFIED);
        entity.setLanguage(language(request.language().orElse(Profile.ENGLISH)));
        return entity;
    }

    static String language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw PlatformException.invalid("invalid_language", "A language looks like en or de-AT.")
                    .withField("language");
        }
        return tag;
    }

    private boolean take(AccountEntity entity, String email) {
        Optional<Profile> known = accounts.profileByEmail(email);
        Optional<Account.State> state = known.map(profile -> profile.account().state());
        if (state.isPresent() && state.get() != Account.State.UNVERIFIED) {
            known.filter(profile -> state.get() == Account.State.ACTIVE).ifPresent(this::sayThatThereIsOne);
            return true;
        }
        known.ifPresentOrElse(
                profile -> accounts.change(profile.account().id(), old -> old.registerAgain(entity)),
                () -> store.run(em -> {
                    em.persist(entity);
                    em.flush();
                }));
        askToVerify(known.map(Profile::account).orElseGet(entity::toRecord).id());
        return true;
    }

    private void sayThatThereIsOne(Profile profile) {
        String token = tokens.issue(
                Token.of(profile.account().id(), Token.Purpose.RESET),
                clock.instant(),
                Duration.ofMinutes(config.resetMinutes()));
        letters.exists(profile.addressee(), links.reset(token), config.resetMinutes());
    }

    private void askToVerify(AccountId id) {
        String token = tokens.issue(
                Token.of(id, Token.Purpose.VERIFY), clock.instant(), Duration.ofMinutes(config.verificationMinutes()));
        Profile profile = accounts.profile(id).orElseThrow(Tokens::invalid);
        letters.verify(profile.addressee(), links.verify(token), config.verificationMinutes());
    }

    /** Sends the mail that verifies an address again, where somebody waits for it. */
    void resend(String email, String remoteAddress) {
        letters.requireMailer();
        limits.network(remoteAddress);
        limits.address(Emails.checked(email));
        post.later(() -> transactions.required(() -> {
            accounts.profileByEmail(email)
                    .map(Profile::account)
                    .filter(account -> account.state() == Account.State.UNVERIFIED)
                    .ifPresent(account -> askToVerify(account.id()));
            return true;
        }));
    }

    /** Verifies the address that a token was sent to. @throws PlatformException INVALID {@code invalid_token} */
    void verify(String token) {
        Instant now = clock.instant();
        transactions.required(() -> {
            Token used = tokens.use(token, Set.of(Token.Purpose.VERIFY, Token.Purpose.EMAIL), now);
            used.email().ifPresent(email -> replaceEmail(used.account(), email));
            boolean there = accounts.change(used.account(), entity -> {
                entity.setVerified(now);
                if (entity.state() == Account.State.UNVERIFIED) {
                    entity.setState(Account.State.ACTIVE);
                }
            });
            if (!there) {
                throw Tokens.invalid();
            }
            return true;
        });
    }

    private void replaceEmail(AccountId id, String email) {
        Profile before = accounts.profile(id).orElseThrow(Tokens::invalid);
        accounts.correctEmail(id, email);
        letters.emailChanged(before.addressee(), email);
    }

    /** The age gate with its memory, for those who come another way. */
    void checkAge(String email, LocalDate birthDate) {
        ages.check(email, birthDate);
    }

    @Override
    public void refuse(String email) {
        ages.refuse(email);
    }

    /** Makes the account of somebody whose address a sign-in provider has verified. */
    Account createVerified(NewAccount account) {
        accounts.profileByEmail(account.email())
                .map(Profile::account)
                .filter(known -> known.state() == Account.State.UNVERIFIED)
                .ifPresent(known -> accounts.erase(known.id()));
        Account made = accounts.create(account);
        accounts.change(made.id(), entity -> entity.setVerified(clock.instant()));
        return made;
    }

    /** The version of the policy that a form must show. */
    String policyVersion() {
        return accounts.policyVersion();
    }

    AgeRefusals ages() {
        return ages;
    }
}
