package org.image2ai.privacy.roster;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.privacy.roster.Member.State;
import org.junit.After;
import org.junit.Test;

public class RosterServiceTest {
    private static final String NOTES = TestBundles.holding("org.notes", "notes");

    private final TestRoster test = new TestRoster();

    @After
    public void close() {
        test.close();
    }

    @Test
    public void asksWhoIsAdmittedAndAnswers() {
        test.start("org.notes", false, NOTES);
        assertEquals(State.ABSENT, test.member("org.notes").state());
        test.answer("org.notes", new FakeParticipant(3));
        assertEquals(State.LIVE, test.member("org.notes").state());
        assertEquals("", test.member("org.notes").reason());
        assertEquals(64, test.member("org.notes").digest().length());
    }

    @Test
    public void aBundleThatOnlySendsNeedsNoParticipant() {
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        assertEquals(State.LIVE, test.member("org.vendor").state());
    }

    @Test
    public void whatWasAdmittedOutlivesItsBundleAndARestart() {
        test.start("org.notes", false, NOTES);
        test.answer("org.notes", new FakeParticipant(3));
        test.stop("org.notes");
        assertEquals(State.ABSENT, test.member("org.notes").state());
        test.uninstall("org.notes");
        assertEquals(State.ORPHANED, test.member("org.notes").state());
        test.roster.stop();
        test.roster = test.open();
        assertEquals(State.ORPHANED, test.member("org.notes").state());
        assertEquals(
                List.of("notes"),
                test.member("org.notes").declaration().holdings().get(0).location());
        test.roster.provenEmpty("org.notes");
        assertTrue(test.roster.find("org.notes").isEmpty());
        assertTrue(test.open().members().isEmpty());
    }

    @Test
    public void whoIsThereIsNeverForgotten() {
        test.start("org.notes", false, NOTES);
        test.roster.provenEmpty("org.notes");
        assertTrue(test.roster.find("org.notes").isPresent());
    }

    @Test
    public void aBundleOfOthersThatHasNoParticipantIsPutUnderQuarantineAndStaysThere() {
        test.start("org.notes", false, NOTES);
        test.clock.set(Duration.ofSeconds(50));
        test.look();
        assertEquals(List.of(), test.quarantined);
        test.clock.set(Duration.ofSeconds(61));
        test.look();
        assertEquals(List.of("org.notes"), test.quarantined);
        test.stop("org.notes");
        assertEquals(State.QUARANTINED, test.member("org.notes").state());
        test.uninstall("org.notes");
        assertEquals(State.ORPHANED, test.member("org.notes").state());
    }

    @Test
    public void aBundleOfThePlatformWithoutItsParticipantIsAbsentAndNeverStopped() {
        test.start("org.image2ai.notes", true, TestBundles.holding("org.image2ai.notes", "notes"));
        test.clock.set(Duration.ofHours(1));
        test.look();
        assertEquals(State.ABSENT, test.member("org.image2ai.notes").state());
        assertEquals(List.of(), test.quarantined);
    }

    @Test
    public void aParticipantThatForgetsToStayIsMissed() {
        test.start("org.notes", false, NOTES);
        test.answer("org.notes", new FakeParticipant(3));
        test.silence("org.notes");
        assertNotEquals(State.LIVE, test.member("org.notes").state());
    }

    @Test
    public void aChangedDeclarationIsANewVersionWhoseNewRecipientsAreKnown() {
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        String first = test.member("org.vendor").digest();
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc.", "Broker Ltd."));
        assertNotEquals(first, test.member("org.vendor").digest());
        assertEquals(Set.of("Broker Ltd."), test.roster.newRecipients("org.vendor"));
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc.", "Broker Ltd."));
        assertEquals(Set.of("Broker Ltd."), test.roster.newRecipients("org.vendor"));
    }

    @Test
    public void namesTheRecipientsThatWereDeclaredWhenSomethingWasSent() {
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        Instant before = test.now();
        test.clock.set(Duration.ofDays(10));
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Broker Ltd."));
        test.clock.set(Duration.ofDays(20));
        test.uninstall("org.vendor");
        assertEquals(List.of("Vendor Inc."), recipients(before.plusSeconds(60), before.plusSeconds(120)));
        assertEquals(List.of("Broker Ltd.", "Vendor Inc."), recipients(before.plusSeconds(60), test.now()));
        assertEquals(List.of("Broker Ltd."), recipients(test.now(), test.now()));
    }

    private List<String> recipients(Instant from, Instant to) {
        return test.roster.recipients("org.vendor", from, to).stream()
                .map(PrivacyDeclaration.Recipient::name)
                .sorted()
                .toList();
    }

    @Test
    public void aDeclarationThatIsNotAdmittedDoesNotReplaceTheOneThatWas() {
        test.start("org.notes", false, NOTES);
        String first = test.member("org.notes").digest();
        test.start("org.notes", false, TestBundles.holding("org.notes", "other"), "its digest is another");
        assertEquals(first, test.member("org.notes").digest());
        assertEquals(State.QUARANTINED, test.member("org.notes").state());
        assertEquals(List.of("org.notes"), test.quarantined);
        assertEquals(Set.of("org.notes"), test.roster.refused().keySet());
    }

    @Test
    public void nobodyDeclaresWhatIsAnothersOwn() {
        test.start("org.image2ai.notes", true, TestBundles.holding("org.image2ai.notes", "notes"));
        for (String place : List.of("notes", "prv_member", "library/{account}/uploads")) {
            String thief = "org.thief" + test.quarantined.size();
            test.start(thief, false, TestBundles.holding(thief, place));
            assertEquals(place, State.QUARANTINED, test.member(thief).state());
            test.uninstall(thief);
        }
        String own = "ext.org.fair/{account}/notes";
        test.start("org.fair", false, TestBundles.holding("org.fair", own, "fair_notes"));
        assertEquals(State.ABSENT, test.member("org.fair").state());
    }

    @Test
    public void aBundleThatDeclaresNothingIsToldOfAndNotAsked() {
        test.start("org.silent", false, "", "it has no declaration");
        assertTrue(test.roster.find("org.silent").isEmpty());
        assertEquals("it has no declaration", test.roster.refused().get("org.silent"));
        test.uninstall("org.silent");
        assertFalse(test.roster.refused().containsKey("org.silent"));
    }
}
