package org.image2ai.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what is due in a table: at once when it is woken, and by a clock for what was lost. What shares a lane or an
 * owner has a limit of its own, so that a slow one does not keep the others waiting.
 */
final class Pump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final int BATCH = 50;
    private static final int GOODBYE_SECONDS = 5;
    private static final Duration BETWEEN_FORGETTING = Duration.ofMinutes(10);

    private final Work work;
    private final Limits limits;
    private final Settings settings;
    private final Map<String, Due> running = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService clock;
    private final ExecutorService workers;
    private Instant forgotten = Instant.EPOCH;

    /** What is to be done. */
    interface Work {
        /** Rows that are due, the oldest first, but none of these lanes and owners. */
        List<Due> due(Instant now, Set<String> notLanes, Set<String> notOwners, int limit);

        /** Does one; whatever becomes of it is in its row afterwards. */
        void handle(String id);

        /** Brings back what was lost. */
        void sweep(Instant now);

        /** Forgets what is old; asked for seldom. */
        void forget(Instant now);
    }

    /** A row that is due. */
    record Due(String id, String lane, String owner) {}

    /** How many at once. */
    record Limits(int all, int perLane, int perOwner) {}

    Pump(String name, Work work, Limits limits, Settings settings) {
        this.work = work;
        this.limits = limits;
        this.settings = settings;
        this.clock = Executors.newSingleThreadScheduledExecutor(daemon(name + "-clock"));
        this.workers = Executors.newFixedThreadPool(limits.all(), daemon(name));
        clock.scheduleWithFixedDelay(
                () -> guarded(this::sweep), 0, settings.config().sweepSeconds(), TimeUnit.SECONDS);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Looks soon for what is due; many calls at once are one look. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                clock.execute(() -> guarded(() -> {
                    woken.set(false);
                    scan();
                }));
            } catch (RejectedExecutionException e) {
                LOG.debug("What is due is left to the next start.", e);
            }
        }
    }

    private void sweep() {
        Instant now = settings.now();
        work.sweep(now);
        scan();
        if (now.isAfter(forgotten.plus(BETWEEN_FORGETTING))) {
            forgotten = now;
            work.forget(now);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // A stop pulls the database away under a running look; that is no news.
            if (!clock.isShutdown()) {
                LOG.warn("Looking for what is due failed; it is tried again soon.", e);
            }
        }
    }

    private void scan() {
        boolean more = true;
        while (more && running.size() < limits.all() && !clock.isShutdown()) {
            Set<String> lanes = busy(Due::lane, limits.perLane());
            Set<String> owners = busy(Due::owner, limits.perOwner());
            more = false;
            for (Due due : work.due(settings.now(), lanes, owners, BATCH)) {
                more |= start(due);
            }
        }
    }

    private Set<String> busy(Function<Due, String> by, int most) {
        return running.values().stream().collect(Collectors.groupingBy(by, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean start(Due due) {
        boolean fits = running.size() < limits.all()
                && !busy(Due::lane, limits.perLane()).contains(due.lane())
                && !busy(Due::owner, limits.perOwner()).contains(due.owner())
                && running.putIfAbsent(due.id(), due) == null;
        if (fits) {
            workers.execute(() -> run(due));
        }
        return fits;
    }

    private void run(Due due) {
        boolean done = false;
        try {
            work.handle(due.id());
            done = true;
        } catch (RuntimeException e) {
            if (!clock.isShutdown()) {
                LOG.warn("{} could not be worked on; it is tried again soon.", due.id(), e);
            }
        } finally {
            running.remove(due.id());
        }
        if (done) {
            wake();
        }
    }

    /** Nobody is interrupted: a thread that is interrupted inside H2 closes the file under the whole database. */
    @Override
    public void close() {
        clock.shutdown();
        workers.shutdown();
        try {
            boolean ended = clock.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)
                    && workers.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                LOG.debug("Something is still being sent; it will be sent again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
