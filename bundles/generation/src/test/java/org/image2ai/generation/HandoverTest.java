package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
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

/** Jobs that are claimed as they come in. */
public class HandoverTest {
    private static final int DIRECT = 2;

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
        server = new Server(rows, hub, platform, unit, DIRECT);
    }

    @After
    public void close() {
        server.close();
        unit.close();
        System.clearProperty("karaf.data");
    }

    private JobId submit() {
        Job job = server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(1), JobTerms.USUAL);
        assertEquals(JobState.QUEUED, job.state());
        return job.id();
    }

    private JobState state(JobId id) {
        return server.jobs.get(Calls.of(Calls.ALICE), id).state();
    }

    private JobId run() {
        ClaimedJob claim = server.work.claim().orElseThrow();
        return server.work
                .complete(server.work.verify(server.work.render(claim)))
                .id();
    }

    @Test
    public void aClaimThatRunsHereNoMoreIsNotBegun() {
        JobId gone = submit();
        JobId next = submit();
        server.running.end(gone);
        assertTrue(server.work.claim().isEmpty());
        assertEquals(next, run());
    }

    @Test
    public void aJobThatAWorkerHasByItsRowIsNotHandedOverToASecond() {
        submit();
        submit();
        JobId waiting = submit();
        run();
        run();
        ClaimedJob claim = server.work.claim().orElseThrow();
        assertEquals(waiting, claim.job().id());
        // Its intake is late: between its commit and what follows, the worker was faster.
        server.handover.give(rows.store().read(em -> JobRows.require(em, waiting)));
        server.handover.forget(waiting);
        assertTrue(server.work.claim().isEmpty());
        assertTrue(server.running.has(waiting));
        server.work.complete(server.work.verify(server.work.render(claim)));
        assertEquals(JobState.SUCCEEDED, state(waiting));
    }

    @Test
    public void aJobIsClaimedAsItComesInWhileThereIsRoom() {
        List<JobId> jobs = List.of(submit(), submit(), submit());
        assertEquals(
                List.of(JobState.RUNNING, JobState.RUNNING, JobState.QUEUED),
                jobs.stream().map(this::state).toList());
        assertEquals(jobs, List.of(run(), run(), run()));
        assertEquals(3, platform.credits.spent);
        assertEquals(0, server.running.count());
        assertTrue(server.work.claim().isEmpty());
    }

    @Test
    public void whoComesInWhileOthersWaitWaitsBehindThem() {
        submit();
        submit();
        JobId waiting = submit();
        run();
        JobId last = submit();
        assertEquals(JobState.QUEUED, state(last));
        run();
        assertEquals(waiting, run());
        assertEquals(last, run());
    }

    @Test
    public void aJobWhoseModelHasItsHandsFullWaitsInTheRows() {
        platform.router.busy = "auto";
        JobId id = submit();
        assertEquals(JobState.QUEUED, state(id));
        assertTrue(server.work.claim().isEmpty());
        platform.router.busy = "";
        assertEquals(id, run());
    }

    @Test
    public void aServerThatEndsBeforeItsWorkerCameLeavesTheJobToTheNext() {
        JobId id = submit();
        server.close();
        server = new Server(rows, hub, platform, unit, DIRECT);
        assertEquals(JobState.QUEUED, state(id));
        ClaimedJob claim = server.work.claim().orElseThrow();
        assertEquals(2, claim.attempt());
        assertEquals(
                JobState.SUCCEEDED,
                server.work
                        .complete(server.work.verify(server.work.render(claim)))
                        .state());
    }

    @Test
    public void aJobThatIsRefusedTakesNoRoom() {
        platform.credits.all = 0;
        assertThrows(PlatformException.class, this::submit);
        assertEquals(0, server.running.count());
        assertTrue(server.work.claim().isEmpty());
    }

    @Test
    public void aJobThatIsCancelledBeforeItsWorkerCameCostsNothing() {
        JobId id = submit();
        server.jobs.cancel(Calls.of(Calls.ALICE), id);
        ClaimedJob claim = server.work.claim().orElseThrow();
        server.work.fail(claim, PlatformException.conflict("cancelled", "The rendering was cancelled."));
        assertEquals(JobState.CANCELLED, state(id));
        assertEquals(0, platform.credits.spent);
        assertTrue(platform.credits.held.isEmpty());
    }
}
