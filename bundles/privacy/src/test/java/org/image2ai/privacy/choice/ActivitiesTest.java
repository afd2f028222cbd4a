package org.image2ai.privacy.choice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.Purpose;
import org.image2ai.privacy.policy.TestPolicy;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class ActivitiesTest {
    private static final Optional<String> GPC = Optional.of("Sec-GPC");
    private static final AccountId ALICE = Calls.ALICE;

    private final TestPolicy test = new TestPolicy(Map.of());
    private final Choices choices =
            new Choices(new ChoiceRows(test.unit::migrate, test.unit, test.unit), test.policies, test.clock);
    private final Activities activities = new Activities(test.unit, test.unit, choices, test.clock);

    @After
    public void close() {
        test.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(test.clock.instant(), ZoneOffset.UTC);
    }

    private List<Decision> ledger() {
        return choices.ledger(ALICE, PageRequest.first(50)).items();
    }

    @Test
    public void aSignalOfTheBrowserOptsOutOnceAndIsWrittenDown() {
        activities.seen(ALICE, GPC);
        activities.seen(ALICE, GPC);
        activities.seen(ALICE, Optional.of("DNT"));
        assertTrue(choices.decided(ALICE).saleOptOut());
        assertEquals(Set.of(Purpose.ANALYTICS), choices.of(ALICE).objections());
        assertEquals(2, ledger().size());
        assertTrue(ledger().stream().allMatch(one -> one.source().equals("Sec-GPC")));
    }

    @Test
    public void whatAPersonDecidesAfterASignalCountsMoreThanTheSignal() {
        activities.seen(ALICE, GPC);
        choices.consent(ALICE, Purpose.ANALYTICS, Optional.empty(), "self-service");
        new Activities(test.unit, test.unit, choices, test.clock).seen(ALICE, GPC);
        assertEquals(Set.of(Purpose.ANALYTICS), choices.of(ALICE).consents());
        assertEquals(Set.of(), choices.of(ALICE).objections());
    }

    @Test
    public void theLastDayIsKeptAndAWarningEndsWhenSomebodyComesBack() {
        activities.seen(ALICE, Optional.empty());
        LocalDate first = today();
        activities.warned(ALICE, first);
        assertEquals(Optional.of(new Activity(ALICE, first, Optional.of(first))), activities.find(ALICE));
        test.clock.set(Duration.ofDays(3));
        assertEquals(1, activities.before(today(), "", 10).size());
        activities.seen(ALICE, Optional.empty());
        assertEquals(Optional.of(new Activity(ALICE, first.plusDays(3), Optional.empty())), activities.find(ALICE));
        assertEquals(List.of(), activities.before(today(), "", 10));
    }

    @Test
    public void ofAnAccountThatIsBeingErasedNothingIsWritten() {
        activities.fence = ALICE::equals;
        choices.fence = ALICE::equals;
        activities.seen(ALICE, GPC);
        activities.seen(Calls.BOB, Optional.empty());
        assertEquals(Optional.empty(), activities.find(ALICE));
        assertEquals(List.of(), ledger());
        assertTrue(activities.find(Calls.BOB).isPresent());
        org.junit.Assert.assertThrows(
                org.image2ai.api.PlatformException.class, () -> choices.restrict(ALICE, true, "self-service"));
    }

    @Test
    public void anErasureRemovesTheDay() {
        activities.seen(ALICE, Optional.empty());
        assertEquals(1, activities.erase(ALICE));
        assertEquals(Optional.empty(), activities.find(ALICE));
    }
}
