package org.image2ai.privacy.retention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.privacy.choice.Activities;
import org.image2ai.privacy.choice.TestChoices;
import org.image2ai.privacy.policy.TestPolicy;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;
import org.junit.After;
import org.junit.Test;

public class RetentionTest {
    private static final String GONE = "org.gone";

    private final TestPolicy test = new TestPolicy(Map.of());
    private final Activities activities = TestChoices.activities(test);
    private final RetentionRows rows = new RetentionRows(test.unit::migrate, test.unit, test.unit);
    private final LegalHolds holds = new LegalHolds(rows, test.audit, test.clock);
    private final List<String> erased = new ArrayList<>();
    private final FakeRoster roster = new FakeRoster();
    private final InactiveAccounts inactive = new InactiveAccounts(
            config(), new InactiveAccounts.Known(test.people, activities, holds), here(), test.clock);
    private final Sweeper sweeper = new Sweeper(config(), roster, rows, inactive, test.clock);

    public RetentionTest() {
        inactive.mailer = test.mailer;
        inactive.orders = (account, reason, actor) -> {
            erased.add(account + " " + reason);
            return "prq_1";
        };
    }

    @After
    public void close() {
        sweeper.close();
        test.close();
    }

    private static RetentionConfig config() {
        return (RetentionConfig) Proxy.newProxyInstance(
                RetentionTest.class.getClassLoader(),
                new Class<?>[] {RetentionConfig.class},
                (proxy, method, args) -> method.getDefaultValue());
    }

    private static PublicAddress here() {
        return (PublicAddress) Proxy.newProxyInstance(
                RetentionTest.class.getClassLoader(),
                new Class<?>[] {PublicAddress.class},
                (proxy, method, args) -> "https://images.example.org");
    }

    /** A roster of the members of the test, each with so many items that are too old. */
    private final class FakeRoster implements Roster {
        final Map<String, Integer> old = new HashMap<>();

        @Override
        public List<Member> members() {
            return test.members.all();
        }

        @Override
        public Optional<Member> find(String bundle) {
            return members().stream().filter(one -> one.bundle().equals(bundle)).findFirst();
        }

        @Override
        public <T> T ask(String bundle, Function<PersonalDataParticipant, T> question) {
            if (bundle.equals(GONE)) {
                throw PlatformException.upstream("participant_absent", bundle + " is not there.", true);
            }
            return question.apply(new FakeParticipant(old, bundle));
        }
    }

    /** Sweeps what is counted for its bundle. */
    private record FakeParticipant(Map<String, Integer> old, String bundle) implements PersonalDataParticipant {
        @Override
        public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public void export(AccountId subject, HeldItem item, ExportSink sink) {}

        @Override
        public Outcome plan(AccountId subject, HeldItem item) {
            return Outcome.notFound();
        }

        @Override
        public Outcome erase(AccountId subject, HeldItem item) {
            return Outcome.notFound();
        }

        @Override
        public int rectify(AccountId subject, String attribute, String value) {
            return 0;
        }

        @Override
        public int sweep(String holding, Instant now, boolean dryRun, int limit) {
            int items = Math.min(limit, old.getOrDefault(bundle, 0));
            if (!dryRun) {
                old.merge(bundle, -items, Integer::sum);
            }
            return items;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(test.clock.instant(), ZoneOffset.UTC);
    }

    private void after(int days) {
        test.clock.set(Duration.ofDays(days));
        sweeper.sweep(false, "timer");
    }

    @Test
    public void aDryRunCountsWhatTheSweepThenRemovesPageByPageAndBothAreReported() {
        test.members.hold("org.a", "mails");
        test.members.hold(GONE, "jobs");
        roster.old.put("org.a", 450);
        Sweep counted = sweeper.sweep(true, "acc_OFFICER");
        assertEquals(450, counted.lines().get(0).items());
        assertEquals(450, (int) roster.old.get("org.a"));
        Sweep swept = sweeper.sweep(false, "acc_OFFICER");
        assertEquals(450, swept.lines().get(0).items());
        assertEquals("P30D", swept.lines().get(0).kept());
        assertEquals(0, (int) roster.old.get("org.a"));
        assertEquals("participant_absent", swept.lines().get(1).problem());
        assertEquals(List.of(swept, counted), rows.sweeps(10));
    }

    @Test
    public void theSweepBeginsAtNight() {
        assertEquals(Duration.ofMinutes(10), sweeper.untilNext(Instant.parse("2026-11-25T03:00:00Z")));
        assertEquals(Duration.ofHours(24), sweeper.untilNext(Instant.parse("2026-11-25T03:10:00Z")));
        assertEquals(Duration.ofMinutes(250), sweeper.untilNext(Instant.parse("2026-11-25T23:00:00Z")));
    }

    @Test
    public void anAccountThatNobodyUsesIsWarnedAndErasedWhenNobodyComes() {
        Account idle = test.people.add("idle", Account.State.ACTIVE, test.clock.instant());
        after(0);
        after(729);
        assertEquals(List.of(), test.mailer.sent);
        after(740);
        assertEquals(List.of("idle@example.org"), test.mailer.recipients());
        assertEquals(
                today().plusDays(30).toString(),
                test.mailer.sent.get(0).values().get("date"));
        after(760);
        assertEquals(List.of(), erased);
        assertEquals(1, test.mailer.sent.size());
        after(771);
        assertEquals(List.of(idle.id() + " inactive"), erased);
    }

    @Test
    public void whoComesBackAfterTheWarningStays() {
        Account idle = test.people.add("idle", Account.State.ACTIVE, test.clock.instant());
        after(740);
        activities.seen(idle.id(), Optional.empty());
        after(780);
        assertEquals(List.of(), erased);
        assertEquals(1, test.mailer.sent.size());
    }

    @Test
    public void nobodyIsErasedWhoCouldNotBeWarnedOrIsUnderAHold() {
        Account idle = test.people.add("idle", Account.State.ACTIVE, test.clock.instant());
        inactive.mailer = null;
        after(740);
        after(780);
        assertEquals(List.of(), erased);
        inactive.mailer = test.mailer;
        after(781);
        holds.place(
                new LegalHolds.Order(idle.id(), "C-1", "art. 17(3)(e)", LegalHolds.Place.EVERYWHERE, Optional.empty()),
                "acc_OFFICER");
        after(820);
        assertEquals(List.of(), erased);
        holds.release("C-1", "acc_OFFICER");
        after(821);
        assertEquals(1, erased.size());
    }

    @Test
    public void aDryRunWarnsNobodyAndErasesNobody() {
        test.people.add("idle", Account.State.ACTIVE, test.clock.instant());
        after(0);
        test.clock.set(Duration.ofDays(740));
        sweeper.sweep(true, "x");
        assertEquals(List.of(), test.mailer.sent);
    }

    @Test
    public void theAccountOfAChildIsRemovedWithAllItMadeAndItsAddressIsRefused() {
        Account child = test.people.add("child", Account.State.ACTIVE, test.clock.instant());
        List<String> refused = new ArrayList<>();
        ChildRemoval removal = new ChildRemoval(test.people, refused::add, inactive.orders, test.audit);
        assertEquals("prq_1", removal.remove("child@example.org", "acc_OFFICER"));
        assertEquals(List.of(child.id() + " child"), erased);
        assertEquals(List.of("child@example.org"), refused);
        assertTrue(test.audit.actions().contains("admin:privacy:child"));
        assertThrows(PlatformException.class, () -> removal.remove("nobody@example.org", "acc_OFFICER"));
    }
}
