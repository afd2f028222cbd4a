package org.image2ai.openai;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.api.JobId;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobListener;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.Jobs;
import org.image2ai.api.model.Operation;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class WaitsTest {
    private static final JobId ID = new JobId("job_1");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<JobListener> listeners = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile JobState state = JobState.RUNNING;
    private final Waits waits = new Waits(jobs());
    private final Heard heard = new Heard();

    /** Remembers what it is told. */
    private static final class Heard implements Follower {
        final List<String> news = new ArrayList<>();
        final CountDownLatch over = new CountDownLatch(1);

        @Override
        public synchronized void preview(JobEvent.Preview preview) {
            news.add("preview");
        }

        @Override
        public synchronized void ended(Job job) {
            news.add(job.state().name());
            over.countDown();
        }

        @Override
        public synchronized void tooLate() {
            news.add("too late");
            over.countDown();
        }
    }

    private Jobs jobs() {
        return (Jobs) Proxy.newProxyInstance(
                Jobs.class.getClassLoader(),
                new Class<?>[] {Jobs.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "get" -> {
                        if (failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("the database is away");
                        }
                        yield job();
                    }
                    case "listen" -> {
                        JobListener listener = (JobListener) args[3];
                        listeners.add(listener);
                        yield (AutoCloseable) () -> listeners.remove(listener);
                    }
                    default -> throw new AssertionError(method.getName());
                });
    }

    private Job job() {
        return new Job(
                ID,
                Calls.ALICE,
                state,
                new JobRequest(
                        Operation.GENERATE,
                        "auto",
                        Optional.of("x"),
                        List.of(),
                        Map.of(),
                        1,
                        Optional.empty(),
                        0,
                        Optional.empty()),
                0,
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Job.Times(Instant.now(), Optional.empty(), Optional.empty()));
    }

    private void happen(JobEvent.Kind kind, Optional<JobEvent.Preview> preview) {
        List.copyOf(listeners).forEach(l -> l.onEvent(new JobEvent(1, kind, job(), preview)));
    }

    @After
    public void close() {
        waits.close();
    }

    @Test
    public void tellsOfPreviewsAndOfTheEndOnce() {
        waits.follow(Calls.of(Calls.ALICE), ID, LONG, heard);
        happen(JobEvent.Kind.PREVIEW, Optional.of(new JobEvent.Preview(0, "image/png", new byte[1])));
        JobListener late = listeners.get(0);
        state = JobState.SUCCEEDED;
        happen(JobEvent.Kind.STATE, Optional.empty());
        late.onEvent(new JobEvent(2, JobEvent.Kind.STATE, job(), Optional.empty()));
        assertEquals(List.of("preview", "SUCCEEDED"), heard.news);
        assertTrue("nothing is left behind", listeners.isEmpty());
    }

    @Test
    public void findsTheEndOfAJobThatRunsElsewhere() throws InterruptedException {
        waits.follow(Calls.of(Calls.ALICE), ID, LONG, heard);
        state = JobState.FAILED;
        assertTrue(heard.over.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("FAILED"), heard.news);
    }

    @Test
    public void looksAgainWhenTheDatabaseIsBack() throws InterruptedException {
        failures.set(1);
        waits.follow(Calls.of(Calls.ALICE), ID, LONG, heard);
        state = JobState.SUCCEEDED;
        assertTrue(heard.over.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("SUCCEEDED"), heard.news);
    }

    @Test
    public void givesUpAfterAWhile() throws InterruptedException {
        waits.follow(Calls.of(Calls.ALICE), ID, Duration.ZERO, heard);
        assertTrue(heard.over.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("too late"), heard.news);
    }

    @Test
    public void tellsEverybodyWhenItGoes() {
        waits.follow(Calls.of(Calls.ALICE), ID, LONG, heard);
        waits.close();
        assertEquals(List.of("too late"), heard.news);
        assertTrue(listeners.isEmpty());
    }
}
