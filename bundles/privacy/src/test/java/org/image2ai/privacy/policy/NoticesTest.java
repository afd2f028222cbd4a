package org.image2ai.privacy.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.image2ai.api.Purpose;
import org.image2ai.api.account.Account;
import org.image2ai.api.notify.Mail;
import org.junit.After;
import org.junit.Test;

public class NoticesTest {
    private final TestPolicy test = new TestPolicy(Map.of());

    @After
    public void close() {
        test.close();
    }

    private void people(int count) {
        IntStream.range(0, count)
                .forEach(i -> test.people.add("p" + i, Account.State.ACTIVE, Instant.EPOCH.plusSeconds(i)));
    }

    private PolicyVersion announce() {
        return test.announce(20, "# New");
    }

    @Test
    public void everybodyWithAnAccountIsToldAheadInTheirLanguageAndWhereTheChangesAreShown() {
        people(1);
        test.people.add("stopped", Account.State.SUSPENDED, Instant.EPOCH.plusSeconds(5));
        test.people.add("unverified", Account.State.UNVERIFIED, Instant.EPOCH.plusSeconds(6));
        PolicyVersion next = announce();
        test.notices.tellAll();
        assertEquals(List.of("stopped@example.org", "p0@example.org"), test.mailer.recipients());
        Mail mail = test.mailer.sent.get(0);
        assertEquals("de", mail.language());
        assertEquals(Purpose.LEGAL, mail.purpose());
        assertEquals(
                "https://images.example.org/privacy/" + next.version() + "/changes",
                mail.values().get("link"));
        assertEquals(2, test.notices.told(next.version()));
    }

    @Test
    public void nobodyIsToldTwiceOrNotAtAllWhenTheProcessDiesInBetween() {
        people(250);
        PolicyVersion next = announce();
        test.mailer.failAt = 150;
        assertThrows(IllegalStateException.class, test.notices::tellAll);
        assertEquals(100, test.mailer.sent.size());
        Notices restarted =
                new Notices(test.rows, test.policies, test.people, new TestPolicy.Here(), TestPolicy.NOBODY);
        restarted.mailer = test.mailer;
        restarted.tellAll();
        restarted.tellAll();
        assertEquals(250, test.mailer.sent.size());
        assertEquals(250, new HashSet<>(test.mailer.recipients()).size());
        assertEquals(250, restarted.told(next.version()));
        restarted.close();
    }

    @Test
    public void whoComesBeforeItHoldsIsToldAsWellAndNobodyAfter() {
        people(3);
        announce();
        test.notices.tellAll();
        test.people.add("later", Account.State.ACTIVE, test.clock.instant().plusSeconds(60));
        test.after(Duration.ofDays(1));
        test.notices.tellAll();
        assertEquals(4, test.mailer.sent.size());
        assertTrue(test.mailer.recipients().contains("later@example.org"));
        test.after(Duration.ofDays(20));
        test.notices.tellAll();
        test.people.add("much-later", Account.State.ACTIVE, test.clock.instant());
        test.notices.tellAll();
        assertEquals(4, test.mailer.sent.size());
    }
}
