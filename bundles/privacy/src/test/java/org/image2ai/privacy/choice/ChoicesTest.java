package org.image2ai.privacy.choice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.privacy.choice.Decision.Kind;
import org.image2ai.privacy.policy.ConsentTexts;
import org.image2ai.privacy.request.Decisions;
import org.image2ai.privacy.request.RequestedChoices;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Test;

public class ChoicesTest {
    private static final String SELF = ConsentsResource.SELF;
    private static final AccountId ALICE = Calls.ALICE;

    private final TestUnit unit = new TestUnit("privacy-test");
    private final SetClock clock = new SetClock();
    private final FakeTexts texts = new FakeTexts();
    private final ChoiceRows rows = new ChoiceRows(unit::migrate, unit, unit);
    private final Choices choices = new Choices(rows, texts, clock);

    @After
    public void close() {
        unit.close();
    }

    /** Two versions of a policy; the second changed what ANALYTICS is for. */
    static final class FakeTexts implements ConsentTexts {
        String now = "1";

        @Override
        public String current() {
            return now;
        }

        @Override
        public boolean isKnown(String version) {
            return Set.of("1", "2").contains(version);
        }

        @Override
        public boolean covers(String version, Purpose purpose) {
            return purpose != Purpose.ANALYTICS || now.equals("1") || version.equals("2");
        }
    }

    /** Sorted, for what is decided in one instant has no order. */
    private List<String> ledger() {
        return choices.ledger(ALICE, PageRequest.first(200)).items().stream()
                .map(one -> one.kind() + " " + one.subject() + " " + one.textVersion() + " " + one.source())
                .sorted()
                .toList();
    }

    @Test
    public void aConsentIsWithdrawnInOneStepAndBothAreWrittenDown() {
        assertEquals(ProcessingChoices.Choices.NONE, choices.of(ALICE));
        choices.consent(ALICE, Purpose.ANALYTICS, Optional.empty(), SELF);
        assertEquals(Set.of(Purpose.ANALYTICS), choices.of(ALICE).consents());
        choices.withdrawConsent(ALICE, Purpose.ANALYTICS, SELF);
        assertEquals(Set.of(), choices.of(ALICE).consents());
        assertEquals(
                List.of("CONSENT ANALYTICS 1 self-service", "CONSENT_WITHDRAWN ANALYTICS 1 self-service"), ledger());
    }

    @Test
    public void whatChangesNothingIsNotWrittenDown() {
        choices.withdrawConsent(ALICE, Purpose.ANALYTICS, SELF);
        choices.restrict(ALICE, false, SELF);
        choices.optOut(ALICE, "Sec-GPC");
        choices.optOut(ALICE, "Sec-GPC");
        assertEquals(List.of("OBJECTION purpose:ANALYTICS 1 Sec-GPC", "OPT_OUT sale-or-sharing 1 Sec-GPC"), ledger());
    }

    @Test
    public void aConsentEndsWhenItsPurposeChangesAndOthersGoOn() {
        choices.consent(ALICE, Purpose.ANALYTICS, Optional.empty(), SELF);
        choices.consent(ALICE, Purpose.IMPROVEMENT, Optional.empty(), SELF);
        texts.now = "2";
        Choices restarted = new Choices(rows, texts, clock);
        assertEquals(Set.of(Purpose.IMPROVEMENT), restarted.of(ALICE).consents());
        assertEquals(
                "policy_changed",
                assertThrows(
                                PlatformException.class,
                                () -> choices.consent(ALICE, Purpose.ANALYTICS, Optional.of("1"), SELF))
                        .code());
        restarted.consent(ALICE, Purpose.ANALYTICS, Optional.of("2"), SELF);
        assertTrue(restarted.of(ALICE).consents().contains(Purpose.ANALYTICS));
    }

    @Test
    public void objectionsAddUpInRequestsAndAreReplacedByTheForm() {
        choices.object(ALICE, new Scope(Set.of(Purpose.IMPROVEMENT), Set.of("Acme"), false, Set.of("us")), "request:1");
        choices.object(ALICE, new Scope(Set.of(), Set.of(), true, Set.of()), "request:2");
        ProcessingChoices.Choices both = choices.of(ALICE);
        assertEquals(Set.of(Purpose.IMPROVEMENT), both.objections());
        assertEquals(Set.of("acme"), both.recipients());
        assertEquals(Set.of("US"), both.regions());
        assertTrue(both.thirdParties());
        choices.replace(ALICE, true, new Scope(Set.of(), Set.of(), false, Set.of()), SELF);
        assertEquals(
                new ProcessingChoices.Choices(true, Set.of(), Set.of(), Set.of(), false, Set.of()), choices.of(ALICE));
        assertEquals(9, ledger().size());
    }

    @Test
    public void whatIsDecidedHoldsAtOnceAfterARestartAndForOneAccountOnly() {
        choices.of(ALICE);
        choices.restrict(ALICE, true, SELF);
        assertTrue(choices.of(ALICE).restricted());
        assertTrue(new Choices(new ChoiceRows(c -> {}, unit, unit), texts, clock)
                .of(ALICE)
                .restricted());
        assertFalse(choices.of(Calls.BOB).restricted());
    }

    @Test
    public void anotherInstanceHearsOfItWithinSeconds() {
        Choices other = new Choices(rows, texts, clock);
        assertFalse(other.of(ALICE).restricted());
        choices.restrict(ALICE, true, SELF);
        clock.set(java.time.Duration.ofSeconds(6));
        assertTrue(other.of(ALICE).restricted());
    }

    @Test
    public void theContractAndTheLawAskNoConsentAndTakeNoObjection() {
        for (Purpose purpose : List.of(Purpose.SERVICE, Purpose.PAYMENT, Purpose.SECURITY, Purpose.LEGAL)) {
            assertEquals(
                    "purpose_required",
                    assertThrows(PlatformException.class, () -> choices.consent(ALICE, purpose, Optional.empty(), SELF))
                            .code());
            assertEquals(
                    "purpose_required",
                    assertThrows(PlatformException.class, () -> new Scope(Set.of(purpose), Set.of(), false, Set.of()))
                            .code());
        }
    }

    @Test
    public void consentLiftsAnObjectionThatASignalMade() {
        choices.optOut(ALICE, "Sec-GPC");
        choices.consent(ALICE, Purpose.ANALYTICS, Optional.empty(), SELF);
        assertEquals(Set.of(), choices.of(ALICE).objections());
        assertEquals(Set.of(Purpose.ANALYTICS), choices.of(ALICE).consents());
    }

    @Test
    public void aRollbackLeavesNoDecision() {
        assertThrows(
                IllegalStateException.class,
                () -> unit.required(() -> {
                    choices.restrict(ALICE, true, SELF);
                    throw new IllegalStateException("no");
                }));
        assertFalse(choices.of(ALICE).restricted());
        assertEquals(List.of(), ledger());
    }

    @Test
    public void manyDecisionsAtOnceAreAllKept() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(3);
        for (String name : List.of("one", "two", "three")) {
            Thread thread = new Thread(() -> {
                ready.countDown();
                try {
                    ready.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                choices.object(ALICE, new Scope(Set.of(), Set.of(name), false, Set.of()), SELF);
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join(30_000);
        }
        assertEquals(Set.of("one", "two", "three"), choices.of(ALICE).recipients());
        assertEquals(3, ledger().size());
    }

    @Test
    public void anErasureRemovesAll() {
        choices.restrict(ALICE, true, SELF);
        choices.restrict(Calls.BOB, true, SELF);
        assertEquals(1, choices.erase(ALICE));
        assertEquals(ProcessingChoices.Choices.NONE, choices.of(ALICE));
        assertTrue(choices.of(Calls.BOB).restricted());
    }

    @Test
    public void whatIsDecidedByARequestIsWhatIsDecidedByAForm() {
        RequestedChoices requested = new RequestedChoices(choices);
        requested.object(
                ALICE,
                new Decisions.Objection(Set.of(Purpose.ANALYTICS), Set.of("acme"), true, Set.of("us")),
                "request:prq_1");
        requested.restrict(ALICE, true, "request:prq_2");
        ProcessingChoices.Choices now = choices.of(ALICE);
        assertTrue(now.restricted() && now.thirdParties());
        assertEquals(Set.of("US"), now.regions());
        assertTrue(ledger().stream().anyMatch(one -> one.startsWith(Kind.RESTRICTION + " ")));
        Decisions.Objection toTheContract = new Decisions.Objection(Set.of(Purpose.SERVICE), Set.of(), false, Set.of());
        assertThrows(PlatformException.class, toTheContract::toScope);
    }
}
