package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.kit.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves requests on. The rows say what is to be done and when; a request belongs to one instance for a while, and an
 * instance that was killed has its own back at once.
 */
@Component(service = Worker.class, immediate = true)
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration RENEW = Duration.ofSeconds(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final int MOST = 50;

    private final Evidence evidence;
    private final Steps steps;
    private final Alarms alarms;
    private final Fence fence;
    private final String instance;
    private final Map<String, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();
    private final Executor pool;
    private final ScheduledExecutorService timer;

    @Activate
    public Worker(
            @Reference Evidence evidence, @Reference Steps steps, @Reference Alarms alarms, @Reference Fence fence) {
        this(
                evidence,
                steps,
                alarms,
                fence,
                threads(evidence.settings().config().workers()));
        int pause = evidence.settings().config().pollSeconds();
        timer.scheduleWithFixedDelay(this::quietly, pause, pause, TimeUnit.SECONDS);
    }

    Worker(Evidence evidence, Steps steps, Alarms alarms, Fence fence, Executor pool) {
        this.evidence = evidence;
        this.steps = steps;
        this.alarms = alarms;
        this.fence = fence;
        this.instance = Secrets.hash(HexFormat.of().formatHex(evidence.keys().instance()));
        this.pool = pool;
        this.timer = Executors.newSingleThreadScheduledExecutor(named("privacy-timer"));
    }

    private static Executor threads(int workers) {
        return Executors.newFixedThreadPool(workers, named("privacy-worker"));
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
        if (pool instanceof ExecutorService threads) {
            threads.shutdown();
        }
    }

    private void quietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Privacy requests could not be looked at; it is tried again.", e);
        }
    }

    /** Begins whatever is due. */
    void look() {
        fence.refresh();
        Instant now = evidence.settings().now();
        evidence.rows().due("request.next", now, MOST).forEach(this::submit);
        evidence.rows().due("request.alarms", now, MOST).forEach(alarms::tell);
    }

    /** Moves a request on as soon as a thread is free. @return done when it was moved on as far as it goes now */
    CompletableFuture<Boolean> submit(String id) {
        AtomicReference<CompletableFuture<Boolean>> mine = new AtomicReference<>();
        CompletableFuture<Boolean> shared = running.computeIfAbsent(id, i -> {
            mine.set(new CompletableFuture<>());
            return mine.get();
        });
        if (mine.get() != null) {
            pool.execute(() -> {
                try {
                    shared.complete(step(id));
                } catch (RuntimeException e) {
                    LOG.warn("The privacy request {} could not be moved on; it is tried again.", id, e);
                    shared.complete(false);
                } finally {
                    running.remove(id, shared);
                }
            });
        }
        return shared;
    }

    /** One step. @return whether it was this instance's to do */
    boolean step(String id) {
        Instant now = evidence.settings().now();
        Optional<Instant> seen = evidence.rows().look(id, RequestEntity::nextAt).flatMap(at -> at);
        if (seen.isEmpty() || !evidence.rows().claim(id, instance, now, LEASE)) {
            return false;
        }
        Optional<Instant> next = Optional.of(now.plus(AFTER_FAILURE));
        try {
            next = steps.step(evidence.rows().require(id), alive(id));
        } finally {
            evidence.rows().schedule(id, seen.get(), next);
        }
        return true;
    }

    private Runnable alive(String id) {
        AtomicReference<Instant> last =
                new AtomicReference<>(evidence.settings().now());
        return () -> {
            Instant now = evidence.settings().now();
            if (now.isAfter(last.get().plus(RENEW))) {
                last.set(now);
                evidence.rows().claim(id, instance, now, LEASE);
            }
        };
    }
}
