package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.image2ai.api.Purpose;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.tck.Calls;
import org.junit.Test;

/** Mail that people do not want, or must not get any more. */
public class RefusedMailTest extends OutboxBench {
    private void send(Purpose purpose) {
        Mail mail = mail("ada@example.org");
        outbox.send(new Mail(mail.subject(), mail.to(), mail.language(), mail.template(), mail.values(), purpose));
    }

    @Test
    public void sendsNoMailForAPurposeThatItsAccountObjectedToAndAllThatIsPartOfTheService() {
        use(TestConfig.files());
        outbox.choices = account ->
                new ProcessingChoices.Choices(false, Set.of(Purpose.ANALYTICS), Set.of(), Set.of(), false, Set.of());
        send(Purpose.ANALYTICS);
        assertEquals(List.of(), mails.newest(10));
        send(Purpose.IMPROVEMENT);
        send(Purpose.SERVICE);
        assertEquals(2, mails.newest(10).size());
    }

    @Test
    public void sendsWhatCanBeRefusedNeitherToTheRestrictedNorWhileNobodyKnows() {
        use(TestConfig.files());
        send(Purpose.IMPROVEMENT);
        outbox.choices = account -> new ProcessingChoices.Choices(true, Set.of(), Set.of(), Set.of(), false, Set.of());
        send(Purpose.IMPROVEMENT);
        assertEquals(List.of(), mails.newest(10));
        send(Purpose.SECURITY);
        assertEquals(1, mails.newest(10).size());
    }

    @Test
    public void keepsNoMailToSomebodyWhoseErasureHasBegun() {
        use(TestConfig.files());
        fence.bind(Calls.ALICE::equals);
        outbox.send(mail("ada@example.org"));
        assertTrue(mails.newest(1).isEmpty());
    }
}
