package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Jobs whose model is away for a moment, or has its hands full. */
public class AwayTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("generation-test");
    private final Platform platform = new Platform();
    private final JobHub hub = new JobHub();
    private JobRows rows;
    private Server server;

    @Before
    public void open() {
        System.setProperty("karaf.data", data.getRoot().getPath());
        rows = new JobRows(unit::migrate, unit, new FakeSubjectVault(), new LiveFence());
        server = new Server(rows, hub, platform, unit);
    }

    @After
    public void close() {
        server.close();
        unit.close();
        System.clearProperty("karaf.data");
    }

    private Job submit(int count) {
        return server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(count), JobTerms.USUAL);
    }

    private Job run(ClaimedJob claim) {
        return server.work.complete(server.work.verify(server.work.render(claim)));
    }

    private Job get(JobId id) {
        return server.jobs.get(Calls.of(Calls.ALICE), id);
    }

    private static PlatformException gone(Duration pause) {
        return PlatformException.upstream("provider_gone", "away", true).retryAfter(pause);
    }

    @Test
    public void aJobWhoseModelIsAwayWaitsForItAndNoTryCounts() {
        JobId id = submit(1).id();
        for (int i = 0; i < 5; i++) {
            ClaimedJob claim = server.work.claim().orElseThrow();
            assertEquals(i + 1, claim.attempt());
            server.work.fail(claim, gone(Duration.ZERO));
            assertEquals(JobState.QUEUED, get(id).state());
        }
        server.work.claim().orElseThrow();
        server.close();
        server = new Server(rows, hub, platform, unit);
        assertEquals(JobState.QUEUED, get(id).state());
        assertEquals(JobState.SUCCEEDED, run(server.work.claim().orElseThrow()).state());
        assertEquals(1, platform.credits.spent);
    }

    @Test
    public void aJobWhoseModelIsAwayRestsAndOthersAreDoneMeanwhile() {
        submit(1);
        server.work.fail(server.work.claim().orElseThrow(), gone(Duration.ofHours(1)));
        assertTrue(server.work.claim().isEmpty());
        JobId other = submit(1).id();
        assertEquals(other, run(server.work.claim().orElseThrow()).id());
    }

    @Test
    public void noWorkerIsTakenByAModelThatHasItsHandsFullNorDoesItHideOthers() {
        platform.credits.all = 100;
        for (int i = 0; i < 2 * WaitingLine.NEAR; i++) {
            submit(1);
        }
        platform.router.busy = "auto";
        assertTrue(server.work.claim().isEmpty());
        JobId other = server.jobs
                .submit(Calls.of(Calls.ALICE), Platform.request("p/m"), JobTerms.USUAL)
                .id();
        assertEquals(other, run(server.work.claim().orElseThrow()).id());
        assertTrue(server.work.claim().isEmpty());
        platform.router.busy = "";
        assertTrue(server.work.claim().isPresent());
    }

    @Test
    public void aJobThatItsOwnerCancelledWhileItsModelLeftIsCancelled() {
        JobId id = submit(1).id();
        ClaimedJob claim = server.work.claim().orElseThrow();
        server.jobs.cancel(Calls.of(Calls.ALICE), id);
        assertEquals(
                JobState.CANCELLED, server.work.fail(claim, gone(Duration.ZERO)).state());
        assertTrue(platform.credits.held.isEmpty());
    }
}
