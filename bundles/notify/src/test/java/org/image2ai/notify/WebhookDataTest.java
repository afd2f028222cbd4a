package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Declarations;
import org.image2ai.tck.Calls;
import org.junit.Test;

/** What is kept of a person by webhooks. */
public class WebhookDataTest extends WebhookBench {
    private static final Path DECLARATION = Path.of("src/main/resources", PrivacyDeclaration.FILE);

    @Test
    public void erasesAllThatIsAnAccounts() throws IOException {
        EndpointView endpoint = create(sink.url(), "*");
        publish("job.succeeded", Optional.of(sink.url()));
        last(endpoint, "DELIVERED");
        Await.until(sink::messages, all -> all.size() == 2);
        NotifyPersonalData door =
                new NotifyPersonalData(new Mails(store, settings), endpoints, deliveries, signing, disclosures);
        Disclosure where = door.disclosures(Calls.ALICE).made().get(0);
        assertEquals(Recipients.WEBHOOK + " 127.0.0.1", where.recipient() + " " + where.where());
        int found = 0;
        for (var holding : Declarations.parse(Files.readAllBytes(DECLARATION)).holdings()) {
            for (HeldItem item : door.locate(Calls.ALICE, holding.name(), PageRequest.first(10))
                    .items()) {
                found++;
                assertEquals(Outcome.notFound(), door.plan(Calls.BOB, item));
                assertEquals(Outcome.erased(), door.plan(Calls.ALICE, item));
                assertEquals(Outcome.erased(), door.erase(Calls.ALICE, item));
                assertEquals(Outcome.notFound(), door.erase(Calls.ALICE, item));
            }
            assertEquals(
                    List.of(),
                    door.locate(Calls.ALICE, holding.name(), PageRequest.first(10))
                            .items());
        }
        assertEquals("an endpoint, a secret, two deliveries, where they went", 5, found);
    }

    @Test
    public void keepsNothingOfSomebodyWhoseErasureHasBegun() {
        EndpointView endpoint = create(sink.url(), "*");
        fence.bind(Calls.ALICE::equals);
        publish("job.succeeded", Optional.of(sink.url()));
        assertTrue(page(endpoint).items().isEmpty());
        PlatformException e = assertThrows(PlatformException.class, () -> create(sink.url(), "*"));
        assertEquals("account_erased", e.code());
    }
}
