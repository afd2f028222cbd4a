package org.image2ai.passkeys;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.OpenSession;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.SecondFactors;
import org.image2ai.api.security.Sessions;
import org.image2ai.api.security.SignedIn;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.passkey.SoftAuthenticator;

/** Passkeys on a database in memory, with some people and a clock moved by hand. */
final class TestPasskeys implements AutoCloseable {
    static final ClientInfo CLIENT = new ClientInfo("192.0.2.77", "Firefox", false, Map.of());
    static final String ORIGIN = "https://pictures.example.org";
    static final String PARTY = "pictures.example.org";
    static final String PASSWORD = "correct horse";

    final TestUnit unit = new TestUnit("passkeys-test");
    final Hand clock = new Hand();
    final People people = new People();
    final OpenSessions sessions = new OpenSessions();
    final Set<AccountId> twoFactor = new HashSet<>();
    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final PublicAddress address = address(ORIGIN);
    final PasskeysConfig config = (PasskeysConfig) Proxy.newProxyInstance(
            TestPasskeys.class.getClassLoader(),
            new Class<?>[] {PasskeysConfig.class},
            (proxy, method, args) -> method.getDefaultValue());
    final PasskeyStore store = new PasskeyStore(unit::migrate, unit, clock);
    final Challenges challenges = new Challenges(owner -> {}, unit, clock, 500);
    final Ceremonies ceremonies = new Ceremonies();
    final Registration registration = new Registration(config, people, address, challenges, ceremonies, store, unit);
    final PasskeySignIn signIn = new PasskeySignIn(
            new Guesses(config, clock),
            new PasskeySignIn.Keys(challenges, ceremonies, store),
            new PasskeySignIn.Platform(address, people, sessions, audit, unit),
            clock);
    final Presence presence = new Presence(config, new Presence.People(people, sessions, factors(twoFactor)), clock);
    final PasskeysResource resource = new PasskeysResource(registration, store, presence);

    private static SecondFactors factors(Set<AccountId> having) {
        return new SecondFactors() {
            @Override
            public boolean enabled(AccountId account) {
                return having.contains(account);
            }

            @Override
            public void require(AccountId account, String code) {
                throw new AssertionError("no code is asked for here");
            }
        };
    }

    /** A server that is reached at an address, whatever a request says. */
    static PublicAddress address(String own) {
        return new PublicAddress() {
            @Override
            public String base() {
                throw new AssertionError("no request chooses who this server is");
            }

            @Override
            public String own() {
                return own;
            }
        };
    }

    /** A device on which an account made a passkey. */
    SoftAuthenticator device(Account account) {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        register(device, account);
        return device;
    }

    Passkey register(SoftAuthenticator device, Account account) {
        return registration.complete(account.id(), "Phone", created(device, registration.begin(account.id())));
    }

    static Answer created(SoftAuthenticator device, CreationOptions options) {
        return new Answer(device.create(
                options.challenge(), options.rp().id(), options.user().id()));
    }

    /** What a device answers to a sign-in that begins now. */
    Answer shown(SoftAuthenticator device) {
        RequestOptions options = signIn.begin(CLIENT);
        return new Answer(device.get(options.challenge(), options.rpId()));
    }

    PasskeySignIn.In in(SoftAuthenticator device) {
        return signIn.complete(shown(device), CLIENT);
    }

    @Override
    public void close() {
        unit.close();
    }

    /** Somebody who calls by a session, by a key, or by neither. */
    record Caller(AccountId account, Optional<SessionId> session, Optional<ApiKeyId> apiKey) implements Identity {
        @Override
        public boolean permits(String permission) {
            return true;
        }

        @Override
        public void require(String permission) {}
    }

    /** A caller with a session that was opened now. */
    Identity caller(Account account, boolean secondFactor) {
        SessionId id = sessions.open(new SignedIn(account.id(), "password", secondFactor), CLIENT)
                .id();
        return new Caller(account.id(), Optional.of(id), Optional.empty());
    }

    /** A clock that is moved by hand. */
    static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

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

    /** Sessions in memory. */
    final class OpenSessions implements Sessions {
        final List<SignedIn> opened = new ArrayList<>();
        private final Map<SessionId, OpenSession> open = new HashMap<>();

        @Override
        public OpenedSession open(SignedIn signedIn, ClientInfo client) {
            opened.add(signedIn);
            SessionId id = new SessionId("ses_" + opened.size());
            open.put(id, new OpenSession(id, clock.instant(), signedIn.secondFactor()));
            return new OpenedSession(id, clock.instant(), "csrf", List.of("i2a_session=x"));
        }

        @Override
        public Optional<OpenSession> find(AccountId account, SessionId session) {
            return Optional.ofNullable(open.get(session));
        }

        @Override
        public int end(AccountId account, Optional<SessionId> except) {
            throw new AssertionError("nobody's session ends here");
        }
    }

    /** People who all have the same password. */
    static final class People implements Accounts {
        private final Map<AccountId, Account> all = new HashMap<>();
        final Account ada = set("ada", Account.State.ACTIVE);
        final Account bob = set("bob", Account.State.ACTIVE);

        Account set(String name, Account.State state) {
            Account account = new Account(
                    new AccountId("acc_" + name),
                    name + "@example.org",
                    name,
                    LocalDate.of(1990, 1, 1),
                    "2026-01",
                    Set.of("user"),
                    state,
                    Instant.EPOCH);
            all.put(account.id(), account);
            return account;
        }

        @Override
        public Account create(NewAccount account) {
            throw new AssertionError("nobody is added here");
        }

        @Override
        public Optional<Account> find(AccountId id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<Account> findByEmail(String email) {
            return all.values().stream().filter(a -> a.email().equals(email)).findFirst();
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
