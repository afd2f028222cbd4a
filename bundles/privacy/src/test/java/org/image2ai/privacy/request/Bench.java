package org.image2ai.privacy.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.privacy.roster.ActualRecipients;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Senders;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;

/** All of this package on a database in memory, with fakes around it. A second one on the same is a restart. */
final class Bench implements AutoCloseable {
    static final AccountId ADA = new AccountId("acc_ada");

    final TestUnit unit;
    final Path folder;
    final SetClock clock;
    final FakeRoster roster;
    final Map<String, Object> config = new HashMap<>();
    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final Others others = new Others();
    final FakeAccounts accounts = new FakeAccounts();

    Evidence evidence;
    Planner planner;
    Fence fence;
    Steps steps;
    Worker worker;
    PrivacyRequests requests;
    Views views;
    Alarms alarms;
    Officers officers;

    Bench() {
        this(new TestUnit("privacy-test"), folder(), new SetClock(), new FakeRoster());
        unit.migrate(RequestRows.class);
        build();
    }

    final Set<String> silent = new HashSet<>();

    private Bench(TestUnit unit, Path folder, SetClock clock, FakeRoster roster) {
        this.unit = unit;
        this.folder = folder;
        this.clock = clock;
        this.roster = roster;
        config.put("pollSeconds", 3600);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "privacy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same after the process was killed. */
    Bench restart() {
        worker.stop();
        Bench next = new Bench(unit, folder, clock, roster);
        next.accounts.known.addAll(accounts.known);
        next.build();
        return next;
    }

    Bench build() {
        Settings settings = new Settings(config(), clock);
        RequestRows rows = new RequestRows(owner -> {}, unit, unit);
        EvidenceKeys keys = new EvidenceKeys(folder.resolve("keys"));
        Ledger ledger = new Ledger(rows, keys, settings);
        Progress progress = new Progress(rows);
        others.holds = (subject, bundle, item) -> Optional.empty();
        others.mailer = mails::add;
        others.audit = audit;
        evidence = new Evidence(rows, ledger, progress, keys, others, settings);
        Walk walk = new Walk(roster, others);
        planner = new Planner(evidence, walk);
        Participants participants = new Participants(evidence, walk);
        Externals externals = new Externals(evidence, walk, new ActualRecipients(roster, senders()));
        Eraser eraser = new Eraser(evidence, walk, externals);
        Verifier verifier = new Verifier(evidence, walk);
        Doing doing = new Doing(evidence, walk, participants);
        Copies copies = new Copies(evidence, walk);
        fence = new Fence(rows, new ErasureLog(folder.resolve("erasures.log")));
        steps = new Steps(evidence, planner, participants, eraser, verifier, externals, doing, copies, fence);
        Letters letters = new Letters(accounts, address(), others, settings);
        alarms = new Alarms(evidence, letters);
        worker = new Worker(evidence, steps, alarms, fence, Runnable::run);
        requests = new PrivacyRequests(evidence, planner, letters, worker);
        views = new Views(evidence);
        officers = new Officers(evidence, externals, requests);
        return this;
    }

    private Senders senders() {
        return new Senders() {
            @Override
            public boolean mayHaveSent(String bundle) {
                return !silent.contains(bundle);
            }

            @Override
            public boolean isOfKind(String bundle, String kind) {
                return bundle.startsWith("org.vendor");
            }
        };
    }

    private static PublicAddress address() {
        return new PublicAddress() {
            @Override
            public String base() {
                return "https://images.example";
            }

            @Override
            public String own() {
                return base();
            }
        };
    }

    private PrivacyConfig config() {
        return (PrivacyConfig) Proxy.newProxyInstance(
                Bench.class.getClassLoader(), new Class<?>[] {PrivacyConfig.class}, (proxy, method, args) -> {
                    if (method.getDeclaringClass() == Annotation.class) {
                        return PrivacyConfig.class;
                    }
                    return config.getOrDefault(method.getName(), method.getDefaultValue());
                });
    }

    Request ask(RequestType type, Map<String, Object> scope) {
        return requests.create(new PrivacyRequests.Ask(ADA, type, Optional.empty(), scope, ADA.value(), true));
    }

    /** Asks for an erasure and says yes to its plan; nothing has been done yet. */
    Request confirmedErasure() {
        Request request = ask(RequestType.ERASURE, Map.of());
        evidence.transactions().required(() -> requests.confirmed(request.id(), Optional.empty(), ADA.value()));
        return request;
    }

    /** Takes steps until nothing is due any more. */
    Bench work(Request request) {
        for (int i = 0; i < 20; i++) {
            Optional<Instant> next =
                    evidence.rows().look(request.id(), RequestEntity::nextAt).flatMap(at -> at);
            if (next.isEmpty() || next.get().isAfter(evidence.settings().now())) {
                return this;
            }
            worker.step(request.id());
        }
        throw new AssertionError("it is never done");
    }

    RequestState state(Request request) {
        return evidence.ledger().standing(evidence.rows().require(request.id())).state();
    }

    RequestView view(Request request) {
        return views.of(evidence.rows().require(request.id()), "/requests/");
    }

    Replay replay() {
        return new Replay(evidence, planner, worker, fence.forgotten());
    }

    void wait(Duration ahead) {
        clock.set(ahead);
    }

    /** Counts what fakes hold, as the platform's own look does; of one holding only. */
    Probe probe(FakeHolder... all) {
        return new Probe() {
            @Override
            public long count(Member member, AccountId subject) {
                return holder(member).stream()
                        .flatMap(one -> one.things.values().stream())
                        .filter(subject::equals)
                        .count();
            }

            @Override
            public List<String> erase(Member member, AccountId subject) {
                holder(member).ifPresent(one -> one.things.values().removeIf(subject::equals));
                return List.of("elsewhere");
            }

            private Optional<FakeHolder> holder(Member member) {
                return List.of(all).stream()
                        .filter(one -> one.bundle.equals(member.bundle()))
                        .findFirst();
            }
        };
    }

    @Override
    public void close() {
        worker.stop();
        unit.close();
    }

    /** People in memory. */
    static final class FakeAccounts implements Accounts {
        final List<Account> known = new CopyOnWriteArrayList<>(List.of(account(ADA, "ada@example.org")));

        static Account account(AccountId id, String email) {
            LocalDate born = LocalDate.of(1990, 1, 1);
            return new Account(id, email, "Ada", born, "2026-01", Set.of("user"), Account.State.ACTIVE, Instant.EPOCH);
        }

        @Override
        public Account create(NewAccount account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Account> find(AccountId id) {
            return known.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Account> findByEmail(String email) {
            return known.stream().filter(one -> one.email().equals(email)).findFirst();
        }

        @Override
        public Page<Account> list(PageRequest page) {
            return new Page<>(known, Optional.empty());
        }

        @Override
        public void setPassword(AccountId id, char[] password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Account> authenticate(String email, char[] password) {
            return findByEmail(email).filter(one -> new String(password).equals("right"));
        }
    }
}
