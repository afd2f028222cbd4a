package org.image2ai.accounts;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.image2ai.api.AccountId;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.OpenSession;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.PasswordHasher;
import org.image2ai.api.security.Roles;
import org.image2ai.api.security.Sessions;
import org.image2ai.api.security.SignedIn;
import org.image2ai.tck.jpa.TestUnit;

/** The accounts on a database in memory, with a clock moved by hand, mails in a list and no cost of hashes. */
final class TestAccounts implements AutoCloseable {
    static final Roles ROLES = () -> Map.of("user", Set.of("job:*"), "admin", Set.of("*"));
    static final ClientInfo CLIENT = new ClientInfo("192.0.2.7", "test", false, Map.of());

    final TestUnit unit = new TestUnit("accounts-test");
    final List<Mail> mails = new ArrayList<>();
    final Hand clock = new Hand();
    final PlainText hasher = new PlainText();
    final RecordedSessions sessions = new RecordedSessions();
    final AccountsConfig config = (AccountsConfig) Proxy.newProxyInstance(
            TestAccounts.class.getClassLoader(),
            new Class<?>[] {AccountsConfig.class},
            (proxy, method, args) -> method.getDefaultValue());
    final AccountService service = new AccountService(config, unit::migrate, unit, unit, hasher, ROLES);
    final Identities identities = new Identities(unit, service);
    final Links links = new Links(new PublicAddress() {
        @Override
        public String base() {
            throw new AssertionError("no request chooses what stands in a mail");
        }

        @Override
        public String own() {
            return "https://example.org";
        }
    });
    /** What is done after the answer: at once, unless a test keeps it. */
    Executor background = Runnable::run;

    private final Executor later = work -> background.execute(work);
    final Post post;
    final Registration registration;
    final Recovery recovery;

    TestAccounts() {
        Letters letters = new Letters();
        letters.bind(mails::add);
        post = new Post(config, letters, links, clock, later);
        registration =
                new Registration(config, service, new Registration.Database(unit, unit), hasher, post, new byte[32]);
        recovery = new Recovery(config, service, unit, unit, sessions, post);
    }

    Account ada() {
        return service.create(new NewAccount(
                "Ada@example.org", "Ada", LocalDate.of(1990, 12, 31), Optional.empty(), Set.of("user", "admin")));
    }

    /** The token in the link of the last mail. */
    String token() {
        String link = mails.get(mails.size() - 1).values().get("link");
        return link.substring(link.indexOf("token=") + 6);
    }

    @Override
    public void close() {
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

    /** Remembers whose sessions ended. */
    static final class RecordedSessions implements Sessions {
        final List<String> ended = new ArrayList<>();

        @Override
        public OpenedSession open(SignedIn signedIn, ClientInfo client) {
            return new OpenedSession(new SessionId("ses_1"), Instant.now(), "csrf", List.of("i2a_session=x"));
        }

        @Override
        public Optional<OpenSession> find(AccountId account, SessionId session) {
            return Optional.empty();
        }

        @Override
        public int end(AccountId account, Optional<SessionId> except) {
            ended.add(account.value() + except.map(id -> " but " + id).orElse(""));
            return 1;
        }
    }

    /** Counts what it hashes. */
    static final class PlainText implements PasswordHasher {
        int hashed;

        @Override
        public String hash(char[] password) {
            hashed++;
            return new String(password);
        }

        @Override
        public String nobodys() {
            return "\0";
        }

        @Override
        public boolean matches(char[] password, String hash) {
            return hash.equals(new String(password));
        }
    }
}
