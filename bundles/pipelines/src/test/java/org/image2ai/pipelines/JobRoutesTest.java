package org.image2ai.pipelines;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.JobWork;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RouteResult;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class JobRoutesTest {
    private final Pipelines pipelines = new Pipelines(new Defaults());

    @After
    public void close() {
        pipelines.close();
    }

    @Test
    public void oneWordRunsAllJobsThatWaitAndAFailureStopsNone() throws Exception {
        Work work = new Work(5);
        pipelines.addRoutes(new JobRoutes(new Steps(work), new Defaults().workUri()));
        assertTrue(work.ended.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("job_0", "job_1", "job_4"), work.completed);
        assertEquals(List.of("job_2: StackOverflowError", "job_3: PlatformException"), work.failed);
    }

    @Test
    public void aJobThatCannotBeEndedTakesNoOtherWithIt() throws Exception {
        Work work = new Work(5);
        work.refusal = new IllegalStateException("The database is away.");
        pipelines.addRoutes(new JobRoutes(new Steps(work), new Defaults().workUri()));
        assertTrue(work.ended.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("job_0", "job_1", "job_4"), work.completed);
    }

    @Test
    public void aFullQueueIsNoReasonToFail() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            pipelines.wake();
        }
        Work work = new Work(1);
        pipelines.addRoutes(new JobRoutes(new Steps(work), new Defaults().workUri()));
        assertTrue(work.ended.await(20, TimeUnit.SECONDS));
    }

    /** Jobs of which the third is rendered by something that breaks. */
    private static final class Work implements JobWork {
        private final Queue<ClaimedJob> waiting = new ArrayDeque<>();
        private final List<String> completed = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final CountDownLatch ended;
        private RuntimeException refusal;

        Work(int count) {
            ended = new CountDownLatch(count);
            for (int i = 0; i < count; i++) {
                waiting.add(new ClaimedJob(job("job_" + i), 1));
            }
        }

        @Override
        public synchronized Optional<ClaimedJob> claim() {
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        public RenderedJob render(ClaimedJob job) {
            if (job.job().id().value().equals("job_2")) {
                throw new StackOverflowError();
            }
            RenderResult result = RenderResult.of(List.of(), Map.of());
            RouteResult route = new RouteResult(
                    "p/m", "p", "v", result, BigDecimal.ONE, DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA, List.of());
            return new RenderedJob(job, route, 1, Map.of(), Map.of());
        }

        @Override
        public RenderedJob verify(RenderedJob job) {
            return job;
        }

        @Override
        public RenderedJob review(RenderedJob job) {
            if (job.claim().job().id().value().equals("job_3")) {
                throw PlatformException.invalid("content_refused", "no");
            }
            return job;
        }

        @Override
        public synchronized Job complete(RenderedJob job) {
            completed.add(job.claim().job().id().value());
            ended.countDown();
            return job.claim().job();
        }

        @Override
        public synchronized Job fail(ClaimedJob job, Throwable reason) {
            failed.add(job.job().id() + ": " + reason.getClass().getSimpleName());
            ended.countDown();
            if (refusal != null) {
                throw refusal;
            }
            return job.job();
        }

        private static Job job(String id) {
            JobRequest request = new JobRequest(
                    Operation.GENERATE,
                    "auto",
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    1,
                    Optional.empty(),
                    0,
                    Optional.empty());
            return new Job(
                    new JobId(id),
                    Calls.ALICE,
                    JobState.RUNNING,
                    request,
                    0,
                    "",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    new Job.Times(Instant.now(), Optional.empty(), Optional.empty()));
        }
    }

    /** One worker, so that the order is known. */
    private static final class Defaults implements PipelinesConfig {
        @Override
        public String workUri() {
            return "seda:work?size=1000&concurrentConsumers=1";
        }

        @Override
        public String wakeUri() {
            return "seda:work?size=1000&discardWhenFull=true";
        }

        @Override
        public int stopSeconds() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return PipelinesConfig.class;
        }
    }
}
