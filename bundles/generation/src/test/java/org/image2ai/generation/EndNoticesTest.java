package org.image2ai.generation;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.image2ai.api.JobId;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.api.notify.Webhooks;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Webhooks that are away while jobs end. */
public class EndNoticesTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("generation-test");
    private final List<String> told = new ArrayList<>();
    private Server server;

    private final Webhooks webhooks = new Webhooks() {
        @Override
        public void publish(WebhookEvent event) {
            told.add(event.type() + " " + event.data().get().get("id")
                    + event.url().map(u -> " " + u).orElse(""));
        }

        @Override
        public void check(String url) {
            // Every address is good here.
        }
    };

    @Before
    public void open() {
        System.setProperty("karaf.data", data.getRoot().getPath());
        server = new Server(
                new JobRows(unit::migrate, unit, new FakeSubjectVault(), new LiveFence()),
                new JobHub(),
                new Platform(),
                unit);
    }

    @After
    public void close() {
        server.close();
        unit.close();
        System.clearProperty("karaf.data");
    }

    private JobId run() {
        server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(1), JobTerms.USUAL);
        ClaimedJob claim = server.work.claim().orElseThrow();
        return server.work
                .complete(server.work.verify(server.work.render(claim)))
                .id();
    }

    @Test
    public void whoWasNotThereIsToldLaterAndOnce() {
        server.notices.webhooks = webhooks;
        String first = "job.succeeded " + run();
        server.notices.webhooks = null;
        JobId second = run();
        server.notices.catchUp();
        assertEquals(List.of(first), told);
        server.notices.webhooks = webhooks;
        server.notices.catchUp();
        server.notices.catchUp();
        assertEquals(List.of(first, "job.succeeded " + second), told);
    }
}
