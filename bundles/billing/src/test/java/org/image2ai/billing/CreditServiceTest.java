package org.image2ai.billing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.HoldId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.kit.Ids;
import org.image2ai.kit.jpa.Store;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CreditServiceTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-24T10:00:00Z");

    private final TestUnit unit = new TestUnit("billing-test");
    private CreditService credits;

    @Before
    public void open() {
        unit.migrate(CreditService.class);
        credits = at(NOVEMBER, 0);
    }

    @After
    public void close() {
        unit.close();
    }

    private CreditService at(Instant now, int monthly) {
        return new CreditService(
                new TestConfig(monthly),
                new AccountLock(unit.dataSource()),
                unit,
                new Store(unit),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void grant(long amount, String reason) {
        credits.grant(Calls.ALICE, amount, reason, "shell:test", Ids.next("act"));
    }

    private void assertBalance(long balance, long held) {
        CreditBalance now = credits.balance(Calls.ALICE);
        assertEquals(balance, now.balance());
        assertEquals(held, now.held());
        assertEquals(balance - held, now.available());
    }

    private String code(Runnable work) {
        return assertThrows(PlatformException.class, work::run).code();
    }

    private HoldId hold(String amount, String reference) {
        return credits.hold(Calls.ALICE, new BigDecimal(amount), reference);
    }

    private long sql(String query) throws Exception {
        try (Connection connection = unit.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void assertBooksAddUp() throws Exception {
        assertEquals(
                0,
                sql("SELECT COUNT(*) FROM (SELECT posting_id FROM bil_leg GROUP BY posting_id"
                        + " HAVING SUM(credits) <> 0) t"));
        assertEquals(
                sql("SELECT COALESCE(SUM(balance), 0) FROM bil_bucket"),
                sql("SELECT COALESCE(SUM(credits), 0) FROM bil_posting"));
        assertEquals(
                sql("SELECT COALESCE(SUM(held), 0) FROM bil_bucket"),
                sql("SELECT COALESCE(SUM(credits), 0) FROM bil_hold WHERE state = 'HELD'"));
        assertEquals(
                0,
                sql("SELECT COUNT(*) FROM bil_bucket b WHERE b.balance <> COALESCE("
                        + "(SELECT SUM(l.credits) FROM bil_leg l WHERE l.ledger = b.id), 0)"));
    }

    @Test
    public void aHoldIsTakenFromWhatIsAvailableAndSettledInPart() throws Exception {
        grant(10, "a gift");
        HoldId hold = hold("4", "job_1");
        assertBalance(10, 4);
        assertEquals(3, credits.settle(hold, new BigDecimal("2.1")));
        assertBalance(7, 0);
        assertEquals(3, credits.settle(hold, new BigDecimal("2.1")));
        assertEquals("hold_ended", code(() -> credits.release(hold)));
        assertEquals("hold_ended", code(() -> credits.settle(hold, BigDecimal.ONE)));
        assertBooksAddUp();
    }

    @Test
    public void aReleasedHoldCostsNothing() throws Exception {
        grant(10, "a gift");
        HoldId hold = hold("10", "job_1");
        assertEquals("insufficient_credits", code(() -> hold("1", "job_2")));
        credits.release(hold);
        credits.release(hold);
        assertBalance(10, 0);
        assertEquals("hold_ended", code(() -> credits.settle(hold, BigDecimal.ONE)));
        assertBooksAddUp();
    }

    @Test
    public void theSameReferenceGivesTheSameHold() {
        grant(10, "a gift");
        assertEquals(hold("4", "job_1"), hold("4", "job_1"));
        assertBalance(10, 4);
    }

    @Test
    public void settlingMoreThanWasHeldIsRefused() {
        grant(10, "a gift");
        HoldId hold = hold("4", "job_1");
        assertEquals("hold_too_small", code(() -> credits.settle(hold, new BigDecimal("5"))));
        assertBalance(10, 4);
    }

    @Test
    public void fractionsAreRoundedUpOnceAndNothingIsHeldForNothing() {
        grant(10, "a gift");
        hold("0.25", "job_1");
        assertBalance(10, 1);
        credits.settle(hold("0", "job_2"), BigDecimal.ZERO);
        assertBalance(10, 1);
    }

    @Test
    public void aCorrectionCannotTakeWhatIsHeld() throws Exception {
        grant(10, "a gift");
        hold("4", "job_1");
        assertEquals("correction_too_large", code(() -> grant(-7, "wrong")));
        grant(-6, "wrong");
        assertBalance(4, 4);
        assertEquals("invalid_credits", code(() -> grant(0, "x")));
        assertEquals("invalid_reason", code(() -> grant(1, " ")));
        assertBooksAddUp();
    }

    @Test
    public void theSameActIsPostedOnce() {
        credits.grant(Calls.ALICE, 10, "a gift", "shell:test", "act_1");
        credits.grant(Calls.ALICE, 10, "a gift", "shell:test", "act_1");
        assertBalance(10, 0);
        assertEquals(
                "idempotency_key_reused", code(() -> credits.grant(Calls.ALICE, 11, "a gift", "shell:test", "act_1")));
    }

    @Test
    public void thePlanGivesOnceAMonthAndItsRestEndsWithTheMonth() throws Exception {
        credits = at(NOVEMBER, 50);
        grant(5, "a gift");
        assertBalance(55, 0);
        credits.settle(hold("10", "job_1"), BigDecimal.TEN);
        HoldId overTheEnd = hold("7", "job_2");
        credits = at(Instant.parse("2026-12-01T00:00:00Z"), 50);
        assertBalance(5 + 7 + 50, 7);
        credits.release(overTheEnd);
        assertBalance(55, 0);
        List<String> kinds = credits.entries(Calls.ALICE, PageRequest.first(10)).items().stream()
                .map(CreditEntry::kind)
                .toList();
        assertEquals(List.of("expiry", "plan", "expiry", "spend", "grant", "plan"), kinds);
        assertBooksAddUp();
    }

    @Test
    public void ofManyAtOnceOnlyThoseAreServedThatTheBalanceAffords() throws Exception {
        int callers = 24;
        credits = at(NOVEMBER, 10);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < callers * 5; i++) {
            String reference = "job_" + i;
            all.add(threads.submit(() -> {
                try {
                    HoldId hold = hold("1", reference);
                    if (reference.hashCode() % 2 == 0) {
                        credits.settle(hold, BigDecimal.ONE);
                    }
                    return true;
                } catch (PlatformException e) {
                    assertEquals("insufficient_credits", e.code());
                    return false;
                }
            }));
        }
        int served = 0;
        for (Future<Boolean> one : all) {
            served += one.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        threads.shutdownNow();
        assertEquals(10, served);
        assertEquals(0, credits.balance(Calls.ALICE).available());
        assertBooksAddUp();
    }

    @Test
    public void aFailedAdmissionLeavesNoHold() {
        grant(10, "a gift");
        assertThrows(
                IllegalStateException.class,
                () -> unit.required(() -> {
                    hold("4", "job_1");
                    throw new IllegalStateException("the job could not be kept");
                }));
        assertBalance(10, 0);
    }

    @Test
    public void erasureTakesThePersonOutOfTheBooksAndLeavesThemSound() throws Exception {
        credits = at(NOVEMBER, 50);
        credits.settle(hold("3", "job_1"), BigDecimal.ONE);
        BillingPersonalData privacy = new BillingPersonalData(new Store(unit));
        var held = privacy.locate(Calls.ALICE, "credits", PageRequest.first(10)).items();
        assertEquals(1, held.size());
        privacy.erase(Calls.ALICE, held.get(0));
        assertTrue(privacy.locate(Calls.ALICE, "credits", PageRequest.first(10))
                .items()
                .isEmpty());
        assertEquals(0, sql("SELECT COUNT(*) FROM bil_posting WHERE account_id = '" + Calls.ALICE + "'"));
        assertBooksAddUp();
    }
}
