package org.image2ai.privacy.retention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.tck.Calls;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Test;

public class LegalHoldsTest {
    private static final String STATUTE = "GDPR art. 17(3)(e), legal claims";

    private final TestUnit unit = new TestUnit("privacy-test");
    private final SetClock clock = new SetClock();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final RetentionRows rows = new RetentionRows(unit::migrate, unit, unit);
    private final LegalHolds holds = new LegalHolds(rows, audit, clock);

    @After
    public void close() {
        unit.close();
    }

    private static LegalHolds.Place place(String bundle, String holding, String item) {
        return new LegalHolds.Place(
                Optional.ofNullable(bundle), Optional.ofNullable(holding), Optional.ofNullable(item));
    }

    private Hold hold(AccountId account, String caseRef, LegalHolds.Place place) {
        return holds.place(new LegalHolds.Order(account, caseRef, STATUTE, place, Optional.empty()), "acc_OFFICER");
    }

    private Optional<Outcome> outcome(String holding, String key) {
        return holds.on(Calls.ALICE, "org.b", new HeldItem(holding, key, Instant.EPOCH));
    }

    @Test
    public void aPersonUnderAHoldIsRetainedWithStatuteCaseAndDate() {
        hold(Calls.ALICE, "C-1", LegalHolds.Place.EVERYWHERE);
        Outcome outcome = outcome("jobs", "1").orElseThrow();
        assertEquals(Outcome.Status.RETAINED, outcome.status());
        assertEquals(STATUTE + "; case C-1", outcome.reason());
        LocalDate inAYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
        assertEquals(Optional.of(inAYear), outcome.until());
        assertEquals(Optional.empty(), holds.on(Calls.BOB, "org.b", "jobs", "1"));
        assertEquals(Set.of(Calls.ALICE), holds.accounts());
    }

    @Test
    public void anItemOrAHoldingIsFrozenAndTheRestIsNot() {
        hold(Calls.ALICE, "C-1", place("org.b", "jobs", "1"));
        assertTrue(outcome("jobs", "1").isPresent());
        assertFalse(outcome("jobs", "2").isPresent());
        hold(Calls.ALICE, "C-2", place("org.b", "mails", null));
        assertTrue(outcome("mails", "9").isPresent());
        assertFalse(holds.on(Calls.ALICE, "org.other", "mails", "9").isPresent());
    }

    @Test
    public void aCaseIsReleasedAsAWholeAndNothingIsForgotten() {
        hold(Calls.ALICE, "C-1", LegalHolds.Place.EVERYWHERE);
        hold(Calls.BOB, "C-1", LegalHolds.Place.EVERYWHERE);
        Hold other = hold(Calls.BOB, "C-2", LegalHolds.Place.EVERYWHERE);
        assertEquals(2, holds.release("C-1", "acc_OFFICER"));
        assertEquals(Set.of(Calls.BOB), holds.accounts());
        assertEquals(1, holds.release(other.id(), "acc_OFFICER"));
        assertEquals(Set.of(), holds.accounts());
        assertEquals(3, holds.all().size());
        assertEquals(
                "hold_not_found",
                assertThrows(PlatformException.class, () -> holds.release("C-1", "x"))
                        .code());
        assertEquals(
                List.of(
                        "admin:privacy:hold:add",
                        "admin:privacy:hold:add",
                        "admin:privacy:hold:add",
                        "admin:privacy:hold:release",
                        "admin:privacy:hold:release"),
                audit.actions());
    }

    @Test
    public void aHoldStandsUntilItIsReleasedAlsoAfterARestartAndItsReview() {
        hold(Calls.ALICE, "C-1", LegalHolds.Place.EVERYWHERE);
        clock.set(Duration.ofDays(800));
        LegalHolds restarted = new LegalHolds(rows, audit, clock);
        Outcome outcome = restarted
                .on(Calls.ALICE, "org.b", new HeldItem("jobs", "1", Instant.EPOCH))
                .orElseThrow();
        assertTrue(outcome.until().orElseThrow().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    @Test
    public void anotherInstanceHearsOfAHoldWithinSeconds() {
        LegalHolds other = new LegalHolds(rows, audit, clock);
        hold(Calls.ALICE, "C-1", LegalHolds.Place.EVERYWHERE);
        clock.set(Duration.ofSeconds(6));
        assertEquals(Set.of(Calls.ALICE), other.accounts());
    }

    @Test
    public void aHoldHasACaseAReasonAndAWholePlace() {
        for (LegalHolds.Order wrong : List.of(
                new LegalHolds.Order(Calls.ALICE, " ", STATUTE, LegalHolds.Place.EVERYWHERE, Optional.empty()),
                new LegalHolds.Order(Calls.ALICE, "C", null, LegalHolds.Place.EVERYWHERE, Optional.empty()),
                new LegalHolds.Order(Calls.ALICE, "C", STATUTE, place(null, null, "1"), Optional.empty()),
                new LegalHolds.Order(
                        Calls.ALICE,
                        "C",
                        STATUTE,
                        LegalHolds.Place.EVERYWHERE,
                        Optional.of(LocalDate.of(2020, 1, 1))))) {
            assertThrows(PlatformException.class, () -> holds.place(wrong, "x"));
        }
        assertEquals(List.of(), holds.all());
    }
}
