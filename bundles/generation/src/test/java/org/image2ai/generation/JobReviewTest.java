package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.Job.OutputStatus;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Verdict.Decision;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JobReviewTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("generation-test");
    private final Platform platform = new Platform();
    private JobRows rows;
    private Server server;

    @Before
    public void open() {
        System.setProperty("karaf.data", data.getRoot().getPath());
        rows = new JobRows(unit::migrate, unit, new FakeSubjectVault(), new LiveFence());
        server = new Server(rows, new JobHub(), platform, unit);
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

    private String refusal() {
        return assertThrows(PlatformException.class, () -> submit(1)).code();
    }

    /** As the route does it. */
    private Job runOne() {
        ClaimedJob claim = server.work.claim().orElseThrow();
        try {
            RenderedJob verified = server.work.verify(server.work.render(claim));
            return server.work.complete(server.work.review(verified));
        } catch (PlatformException e) {
            return server.work.fail(claim, e);
        }
    }

    @Test
    public void aRefusedPromptIsNoJobAndHoldsNothing() {
        platform.review.prompts(Decision.REFUSE);
        PlatformException e = assertThrows(PlatformException.class, () -> submit(1));
        assertEquals("content_refused", e.code());
        assertEquals(Optional.of("prompt"), e.field());
        assertEquals("sexual", e.details().get("category"));
        assertEquals("/api/v1/reviews/rev_1/appeal", e.details().get("appeal"));
        platform.review.prompts(Decision.HOLD);
        assertEquals("content_held", refusal());
        assertTrue(rows.newest(10).isEmpty());
        assertTrue(platform.credits.held.isEmpty());
    }

    @Test
    public void asksAsStrictlyAsTheTermsSay() {
        JobTerms low =
                new JobTerms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Strictness.LOW);
        server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(1), low);
        submit(1);
        assertEquals(List.of(Strictness.LOW, Strictness.USUAL), platform.review.asked());
    }

    @Test
    public void aSuspendedAccountBeginsNothing() {
        platform.review.suspend();
        assertEquals("account_suspended_for_content", refusal());
        assertTrue(platform.review.asked().isEmpty());
    }

    @Test
    public void threeOfFourIsASuccessThatCostsThree() {
        platform.review.output(2, Decision.REFUSE);
        submit(4);
        Job job = runOne();
        assertEquals(JobState.SUCCEEDED, job.state());
        assertEquals(OutputStatus.FAILED, job.outputs().get(2).status());
        assertTrue(job.outputs().get(2).asset().isEmpty());
        assertEquals(OutputStatus.READY, job.outputs().get(3).status());
        assertEquals(3, job.receipt().orElseThrow().credits());
        List<?> withheld = (List<?>) job.receipt().orElseThrow().details().get("withheld");
        assertEquals(1, withheld.size());
        Map<?, ?> one = (Map<?, ?>) withheld.get(0);
        assertEquals(2, ((Number) one.get("output")).intValue());
        assertEquals("refuse", one.get("decision"));
        assertEquals("sexual", one.get("category"));
        assertEquals("/api/v1/reviews/rev_1", one.get("review"));
        assertEquals(3, platform.library.adopted.size());
    }

    @Test
    public void aJobOfWhichNothingPassesFailsAndCostsNothing() {
        platform.review.output(0, Decision.REFUSE).output(1, Decision.REFUSE);
        submit(2);
        Job job = runOne();
        assertEquals(JobState.FAILED, job.state());
        assertEquals("content_refused", job.error().orElseThrow().code());
        assertFalse(job.error().orElseThrow().retryable());
        assertTrue(platform.library.adopted.isEmpty());
        assertEquals(0, platform.credits.spent);
        assertTrue(platform.credits.held.isEmpty());
    }

    @Test
    public void saysThatAPictureMayComeYet() {
        platform.review.output(0, Decision.REFUSE).output(1, Decision.HOLD);
        submit(2);
        assertEquals("content_held", runOne().error().orElseThrow().code());
    }

    @Test
    public void whatCannotBeReviewedWaitsAndIsNotBegun() {
        submit(1);
        platform.review.miss("the reviewer nsfw");
        assertTrue(server.work.claim().isEmpty());
        assertEquals("review_unavailable", refusal());
        platform.review.miss(null);
        assertEquals(JobState.SUCCEEDED, runOne().state());
    }

    @Test
    public void aReviewThatGoesWhileAJobRunsEndsItWithAWord() {
        submit(1);
        platform.router.meanwhile = () -> platform.review.miss("the reviewer nsfw");
        Job job = runOne();
        assertEquals("review_unavailable", job.error().orElseThrow().code());
        assertTrue(job.error().orElseThrow().retryable());
        assertEquals(0, platform.credits.spent);
    }

    @Test
    public void picturesPassUnseenWhereTheyAreNotReviewed() {
        platform.review.side(0);
        platform.review.output(0, Decision.REFUSE);
        submit(1);
        assertEquals(JobState.SUCCEEDED, runOne().state());
    }
}
