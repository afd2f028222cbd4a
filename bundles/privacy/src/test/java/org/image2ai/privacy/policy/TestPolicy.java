package org.image2ai.privacy.policy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.Purpose;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.BrowserItem;
import org.image2ai.api.privacy.PrivacyDeclaration.BrowserKind;
import org.image2ai.api.privacy.PrivacyDeclaration.ErasureMode;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.api.privacy.PrivacyDeclaration.Retention;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.privacy.roster.Member;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;

/** Policies on a real H2, with a clock that can be set, people who have accounts, and a mailer that keeps its mails. */
public final class TestPolicy implements AutoCloseable {
    /** A timer that never comes to it: tests do what it would. */
    static final ScheduledExecutorService NOBODY = nobody();

    public final TestUnit unit = new TestUnit("privacy-test");
    public final SetClock clock = new SetClock();
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final PolicyRows rows = new PolicyRows(unit::migrate, unit, unit);
    public final People people = new People();
    public final FakeMembers members = new FakeMembers();
    public final FakeMailer mailer = new FakeMailer();
    final PolicyConfig config;
    public final Policies policies;
    final Notices notices;
    final Publication publication;
    public final PublishedRecipients published;
    final Register register;

    public TestPolicy(Map<String, Object> settings) {
        Map<String, Object> values = new HashMap<>(settings);
        config = (PolicyConfig) Proxy.newProxyInstance(
                TestPolicy.class.getClassLoader(),
                new Class<?>[] {PolicyConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        policies = new Policies(config, rows, clock);
        notices = new Notices(rows, policies, people, new Here(), NOBODY);
        notices.mailer = mailer;
        publication = new Publication(policies, rows, notices, audit);
        published = new PublishedRecipients(config, rows, members, audit, clock);
        register = new Register(config, members, published);
    }

    private static ScheduledExecutorService nobody() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        timer.setRejectedExecutionHandler((work, executor) -> {});
        timer.shutdown();
        return timer;
    }

    /** Publishes a version that holds in so many days. */
    PolicyVersion announce(int days, String text, Purpose... changed) {
        LocalDate day = policies.today().plusDays(days);
        return publication.publish(
                new Publication.Draft(Optional.empty(), day, Map.of("en", text), Set.of(changed)), "acc_OFFICER");
    }

    void after(Duration time) {
        clock.set(time);
    }

    @Override
    public void close() {
        notices.close();
        published.close();
        unit.close();
    }

    static final class Here implements PublicAddress {
        @Override
        public String base() {
            return "https://images.example.org";
        }

        @Override
        public String own() {
            return "https://images.example.org";
        }
    }

    /** Members that the test names. */
    public static final class FakeMembers extends Members {
        public final List<Member> members = new ArrayList<>();

        @Override
        public List<Member> all() {
            return List.copyOf(members);
        }

        /** Adds a bundle that sends to somebody. */
        public void send(String bundle, String recipient, String policyUrl) {
            send(bundle, recipient, policyUrl, List.of("api.example.com"));
        }

        void send(String bundle, String recipient, String policyUrl, List<String> hosts) {
            Recipient one = new Recipient(
                    recipient,
                    "US",
                    hosts,
                    "Standard contractual clauses",
                    ErasureMode.EXPIRY,
                    policyUrl,
                    List.of(Purpose.SERVICE),
                    "P30D");
            add(new PrivacyDeclaration(bundle, List.of(), List.of(one), List.of(), ""));
        }

        /** Adds a bundle that holds something and keeps a cookie. */
        public void hold(String bundle, String holding) {
            Holding one = new Holding(
                    holding,
                    "dpv-pd:EmailAddress",
                    List.of(Purpose.SERVICE, Purpose.LEGAL),
                    "dpv:Contract",
                    List.of("tab_" + holding),
                    "account",
                    new Retention("P30D", "P0D"),
                    PrivacyDeclaration.Action.ERASE);
            BrowserItem cookie =
                    new BrowserItem("c_" + holding, BrowserKind.COOKIE, "Keeps <you> signed in", "session", false);
            add(new PrivacyDeclaration(bundle, List.of(one), List.of(), List.of(cookie), ""));
        }

        private void add(PrivacyDeclaration declaration) {
            members.add(new Member(declaration, "0", Instant.EPOCH, Member.State.LIVE, ""));
        }
    }

    /** A mailer that keeps what it is given if the transaction commits, and fails when it is told to. */
    public final class FakeMailer implements Mailer {
        public final List<Mail> sent = new ArrayList<>();
        int failAt = Integer.MAX_VALUE;
        private int asked;

        @Override
        public void send(Mail mail) {
            if (++asked == failAt) {
                throw new IllegalStateException("the process dies here");
            }
            unit.afterCommit(() -> sent.add(mail));
        }

        public List<String> recipients() {
            return sent.stream().map(Mail::to).toList();
        }
    }

    /** People with accounts, newest first. */
    public static final class People implements Accounts {
        public final List<Account> all = new ArrayList<>();
        int listed;

        public Account add(String name, Account.State state, Instant created) {
            Account account = new Account(
                    new AccountId("acc_" + name),
                    name + "@example.org",
                    name,
                    LocalDate.of(1990, 1, 1),
                    "2026-01",
                    Set.of("user"),
                    state,
                    created);
            all.add(0, account);
            return account;
        }

        @Override
        public Account create(NewAccount account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Account> find(AccountId id) {
            return all.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Account> findByEmail(String email) {
            return all.stream().filter(one -> one.email().equals(email)).findFirst();
        }

        @Override
        public Page<Account> list(PageRequest page) {
            listed++;
            int from = page.cursor()
                    .map(last ->
                            all.stream().map(one -> one.id().value()).toList().indexOf(last) + 1)
                    .orElse(0);
            int to = Math.min(all.size(), from + page.limit());
            return new Page<>(
                    all.subList(from, to),
                    to < all.size() ? Optional.of(all.get(to - 1).id().value()) : Optional.empty());
        }

        @Override
        public String language(AccountId id) {
            return "de";
        }

        @Override
        public void setPassword(AccountId id, char[] password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Account> authenticate(String email, char[] password) {
            return Optional.empty();
        }
    }
}
