package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.Job.OutputStatus;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JobLifeTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("generation-test");
    private final Platform platform = new Platform();
    private final JobHub hub = new JobHub();
    private final FakeSubjectVault vault = new FakeSubjectVault();
    private final LiveFence fence = new LiveFence();
    private JobRows rows;
    private Server server;

    @Before
    public void open() {
        System.setProperty("karaf.data", data.getRoot().getPath());
        rows = new JobRows(unit::migrate, unit, vault, fence);
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

    private static String code(Callable<?> call) {
        return assertThrows(PlatformException.class, call::call).code();
    }

    @Test
    public void aJobGoesFromAdmissionToItsPictures() {
        Job queued = submit(2);
        assertEquals(JobState.QUEUED, queued.state());
        Job done = run(server.work.claim().orElseThrow());
        assertEquals(JobState.SUCCEEDED, done.state());
        assertEquals(done, get(queued.id()));
        assertEquals(Map.of("seed", 7L), done.request().parameters());
        assertEquals(2, platform.library.adopted.size());
        assertEquals(2, platform.credits.spent);
        assertTrue(platform.credits.held.isEmpty());
        assertTrue(server.work.claim().isEmpty());
    }

    @Test
    public void theReceiptSaysHowEachPictureIsMarked() {
        submit(2);
        Job done = run(server.work.claim().orElseThrow());
        Map<String, Object> first =
                Map.of("output", 0L, "mark", "xmp", "digitalSourceType", "trainedAlgorithmicMedia", "note", "");
        Map<String, Object> second = new java.util.HashMap<>(first);
        second.put("output", 1L);
        assertEquals(
                List.of(first, second), done.receipt().orElseThrow().details().get("marking"));
    }

    @Test
    public void threeOfFourPicturesAreASuccessThatCostsThree() {
        submit(4);
        platform.router.gives = 3;
        Job done = run(server.work.claim().orElseThrow());
        assertEquals(JobState.SUCCEEDED, done.state());
        assertEquals(OutputStatus.FAILED, done.outputs().get(3).status());
        assertEquals(3, done.receipt().orElseThrow().credits());
        assertEquals(4, done.receipt().orElseThrow().creditsHeld());
        assertEquals(3, platform.credits.spent);
    }

    @Test
    public void everyJobIsClaimedByOneWorkerOnly() throws Exception {
        for (int i = 0; i < 10; i++) {
            submit(1);
        }
        ExecutorService workers = Executors.newFixedThreadPool(8);
        List<Future<List<JobId>>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(workers.submit(() -> {
                List<JobId> mine = new ArrayList<>();
                for (Optional<ClaimedJob> c = server.work.claim(); c.isPresent(); c = server.work.claim()) {
                    mine.add(c.get().job().id());
                }
                return mine;
            }));
        }
        List<JobId> claimed = new ArrayList<>();
        for (Future<List<JobId>> one : all) {
            claimed.addAll(one.get());
        }
        workers.shutdown();
        assertEquals(10, claimed.size());
        assertEquals(10, Set.copyOf(claimed).size());
    }

    @Test
    public void aWorkerThatLostItsJobCanChangeNothing() {
        submit(1);
        RenderedJob late =
                server.work.verify(server.work.render(server.work.claim().orElseThrow()));
        server.close();
        server = new Server(rows, hub, platform, unit);
        ClaimedJob again = server.work.claim().orElseThrow();
        assertEquals(2, again.attempt());
        assertEquals("job_lost", code(() -> server.work.complete(late)));
        server.work.fail(late.claim(), new IllegalStateException("late"));
        assertEquals(JobState.RUNNING, get(again.job().id()).state());
        assertEquals(JobState.SUCCEEDED, run(again).state());
        assertEquals(1, platform.credits.spent);
    }

    @Test
    public void aJobThatTheServerDoesNotSurviveTwiceFailsAndCostsNothing() {
        JobId id = submit(1).id();
        for (int i = 0; i < 2; i++) {
            server.work.claim().orElseThrow();
            server.close();
            server = new Server(rows, hub, platform, unit);
        }
        assertEquals(JobState.FAILED, get(id).state());
        assertEquals("worker_lost", get(id).error().orElseThrow().code());
        assertTrue(platform.credits.held.isEmpty());
        assertEquals(0, platform.credits.spent);
    }

    @Test
    public void aWaitingJobIsCancelledAtOnce() {
        JobId id = submit(1).id();
        assertEquals(
                JobState.CANCELLED,
                server.jobs.cancel(Calls.of(Calls.ALICE), id).state());
        assertEquals("job_ended", code(() -> server.jobs.cancel(Calls.of(Calls.ALICE), id)));
        assertTrue(server.work.claim().isEmpty());
        assertTrue(platform.credits.held.isEmpty());
    }

    @Test
    public void aRunningJobThatIsCancelledCostsNothingThoughItsPicturesCame() {
        JobId id = submit(1).id();
        ClaimedJob claim = server.work.claim().orElseThrow();
        platform.router.meanwhile = () -> server.jobs.cancel(Calls.of(Calls.ALICE), id);
        RenderedJob rendered = server.work.verify(server.work.render(claim));
        PlatformException refused = assertThrows(PlatformException.class, () -> server.work.complete(rendered));
        assertEquals("cancelled", refused.code());
        assertEquals(JobState.CANCELLED, server.work.fail(claim, refused).state());
        assertEquals(0, platform.credits.spent);
        assertTrue(platform.credits.held.isEmpty());
    }

    @Test
    public void aStoppingServerGivesItsJobBack() {
        JobId id = submit(1).id();
        ClaimedJob claim = server.work.claim().orElseThrow();
        server.work.fail(claim, PlatformException.upstream("interrupted", "stopping", true));
        assertEquals(JobState.QUEUED, get(id).state());
        assertFalse(platform.credits.held.isEmpty());
    }

    @Test
    public void anothersJobDoesNotExist() {
        JobId id = submit(1).id();
        assertEquals("job_not_found", code(() -> server.jobs.get(Calls.of(Calls.BOB), id)));
        assertEquals("job_not_found", code(() -> server.jobs.cancel(Calls.of(Calls.BOB), id)));
        assertEquals("job_not_found", code(() -> server.jobs.listen(Calls.of(Calls.BOB), id, 0, e -> {})));
    }

    @Test
    public void whoListensHearsEachEventOnceAndWhoComesBackHearsTheRest() throws Exception {
        JobId id = submit(1).id();
        List<JobEvent> heard = new ArrayList<>();
        server.jobs.listen(Calls.of(Calls.ALICE), id, 0, heard::add);
        ClaimedJob claim = server.work.claim().orElseThrow();
        List<JobEvent> rest = new ArrayList<>();
        server.jobs.listen(Calls.of(Calls.ALICE), id, heard.get(0).id(), rest::add);
        run(claim);
        List<JobState> states = heard.stream().map(e -> e.job().state()).toList();
        assertEquals(List.of(JobState.QUEUED, JobState.RUNNING, JobState.RUNNING, JobState.SUCCEEDED), states);
        assertEquals(heard.subList(1, 4), rest);
        List<JobEvent> afterwards = new ArrayList<>();
        server.jobs.listen(Calls.of(Calls.ALICE), id, 0, afterwards::add);
        assertEquals(JobState.SUCCEEDED, afterwards.get(0).job().state());
    }

    @Test
    public void waitingEndsWithTheJobOrWithTheTime() {
        JobId id = submit(1).id();
        assertEquals(
                JobState.QUEUED,
                server.jobs
                        .await(Calls.of(Calls.ALICE), id, Duration.ofMillis(10))
                        .state());
        run(server.work.claim().orElseThrow());
        assertEquals(
                JobState.SUCCEEDED,
                server.jobs
                        .await(Calls.of(Calls.ALICE), id, Duration.ofSeconds(10))
                        .state());
    }

    @Test
    public void erasureLeavesNoTrace() {
        JobId id = submit(1).id();
        GenerationPersonalData privacy = new GenerationPersonalData(rows, server.jobs);
        Set<Object> gone = new HashSet<>();
        privacy.locate(Calls.ALICE, "jobs", org.image2ai.api.PageRequest.first(10))
                .items()
                .forEach(item -> gone.add(privacy.erase(Calls.ALICE, item).status()));
        assertEquals(1, gone.size());
        assertEquals("job_not_found", code(() -> get(id)));
        assertTrue(platform.credits.held.isEmpty());
    }

    @Test
    public void aJobThatEndsAfterItsOwnersErasureBeganLeavesNothing() {
        submit(2);
        ClaimedJob claim = server.work.claim().orElseThrow();
        RenderedJob rendered = server.work.verify(server.work.render(claim));
        fence.bind(Calls.ALICE::equals);
        assertEquals("account_erased", code(() -> server.work.complete(rendered)));
        assertTrue(platform.library.adopted.isEmpty());
        assertEquals(0, platform.credits.spent);
        assertEquals("account_erased", code(() -> submit(1)));
    }

    @Test
    public void keepsNoWordOfARequestInItsRowAndNoneAtAllOnceItsKeyIsDestroyed() {
        JobId id = submit(1).id();
        run(server.work.claim().orElseThrow());
        Job job = get(id);
        assertEquals(Optional.of("a fox"), job.request().prompt());
        assertTrue(job.receipt().isPresent());
        String rowsAsTheyLie = unit.dump();
        assertTrue(rowsAsTheyLie.contains(id.value()));
        assertFalse(rowsAsTheyLie.contains("fox"));
        assertFalse(rowsAsTheyLie.contains("seed\\\":7"));
        vault.destroy(Calls.ALICE, "jobs");
        Job shredded = get(id);
        assertEquals(Optional.empty(), shredded.request().prompt());
        assertEquals(Map.of(), shredded.request().parameters());
        assertEquals(job.request().operation(), shredded.request().operation());
        assertEquals(Optional.empty(), shredded.receipt());
        assertEquals(JobState.SUCCEEDED, shredded.state());
        erasureFinds(id);
    }

    private void erasureFinds(JobId id) {
        GenerationPersonalData privacy = new GenerationPersonalData(rows, server.jobs);
        privacy.locate(Calls.ALICE, "jobs", org.image2ai.api.PageRequest.first(10))
                .items()
                .forEach(item -> assertEquals(Outcome.erased(), privacy.erase(Calls.ALICE, item)));
        assertEquals("job_not_found", code(() -> get(id)));
    }
}
