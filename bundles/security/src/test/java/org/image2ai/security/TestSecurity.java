package org.image2ai.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Credentials;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.SignedIn;
import org.image2ai.tck.jpa.TestUnit;

/** Keys, sessions and second factors on a database in memory, with some people and a clock moved by hand. */
final class TestSecurity implements AutoCloseable {
    static final ClientInfo CLIENT = new ClientInfo("192.0.2.77", "Firefox", false, Map.of());
    static final String PASSWORD = "correct horse";

    final TestUnit unit = new TestUnit("security-test");
    final Hand clock = new Hand();
    final SecurityConfig config = TestConfig.of(Map.of());
    final People people = new People();
    final ApiKeyService keys = new ApiKeyService(unit::migrate, unit);
    final SessionService sessions = new SessionService(config, owner -> {}, unit, clock);
    final TotpService totp = new TotpService(config, owner -> {}, unit, clock, new byte[32]);
    final SignIn signIn = new SignIn(config, people, totp, clock);
    final ShiroAuthenticator authenticator =
            new ShiroAuthenticator(config, people, keys, sessions, signIn, totp, new RoleBook(config));

    SignIn.Known signIn(String email, String password, String code) {
        return signIn.check(
                new SignIn.Attempt(email, password.toCharArray(), Optional.ofNullable(code), CLIENT.remoteAddress()));
    }

    OpenedSession open(Account account) {
        return sessions.open(new SignedIn(account.id(), "password", false), CLIENT);
    }

    static String secret(OpenedSession session) {
        return session.cookies().get(0).replaceAll("i2a_session=([^;]*);.*", "$1");
    }

    Optional<Identity> byCookie(String secret, String method, String csrfToken) {
        return authenticator.authenticate(new Credentials(
                Optional.empty(), Map.of("i2a_session", secret), Optional.ofNullable(csrfToken), method, "192.0.2.77"));
    }

    Identity byHeader(String header, String remoteAddress) {
        return authenticator
                .authenticate(new Credentials(Optional.of(header), Map.of(), Optional.empty(), "POST", remoteAddress))
                .orElseThrow();
    }

    @Override
    public void close() {
        authenticator.close();
        unit.close();
    }

    /** A clock that is moved by hand. */
    static final class Hand extends Clock {
        private Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** People who all have the same password. */
    static final class People implements Accounts {
        final Map<String, Account> byEmail = new HashMap<>();
        final Account ada = add("ada", Account.State.ACTIVE, Set.of("user"));
        final Account bob = add("bob", Account.State.ACTIVE, Set.of("user"));
        final Account root = add("root", Account.State.ACTIVE, Set.of("admin", "user"));
        final Account newcomer = add("newcomer", Account.State.UNVERIFIED, Set.of("user"));

        private Account add(String name, Account.State state, Set<String> roles) {
            Account account = new Account(
                    new AccountId("acc_" + name),
                    name + "@example.org",
                    name,
                    LocalDate.of(1990, 1, 1),
                    "2026-01",
                    roles,
                    state,
                    Instant.EPOCH);
            byEmail.put(account.email(), account);
            return account;
        }

        @Override
        public Account create(NewAccount account) {
            throw new AssertionError("nobody is added here");
        }

        @Override
        public Optional<Account> find(AccountId id) {
            return byEmail.values().stream().filter(a -> a.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Account> findByEmail(String email) {
            return Optional.ofNullable(byEmail.get(email));
        }

        @Override
        public Page<Account> list(PageRequest page) {
            throw new AssertionError("nobody is listed here");
        }

        @Override
        public void setPassword(AccountId id, char[] password) {
            throw new AssertionError("no password is set here");
        }

        @Override
        public Optional<Account> authenticate(String email, char[] password) {
            return findByEmail(email).filter(a -> PASSWORD.equals(new String(password)));
        }
    }
}
