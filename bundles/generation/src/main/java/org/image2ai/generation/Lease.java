package org.image2ai.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.generation.JobEvent.Kind;
import org.image2ai.kit.Ids;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's hold on its jobs. Its identity lies in the data folder and outlives the process: at the start it
 * takes its own jobs back, later those of instances that are gone, and it wakes the workers for what was lost.
 */
@Component(service = Lease.class, immediate = true, configurationPid = "org.image2ai.generation")
@Designate(ocd = GenerationConfig.class)
public final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final GenerationConfig config;
    private final JobRows rows;
    private final JobHub hub;
    private final Running running;
    private final Endings endings;
    private final Wakeups wakeups;
    private final String instance;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "generation-lease");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Lease(
            GenerationConfig config,
            @Reference JobRows rows,
            @Reference JobHub hub,
            @Reference Running running,
            @Reference Endings endings,
            @Reference Wakeups wakeups) {
        this.config = config;
        this.rows = rows;
        this.hub = hub;
        this.running = running;
        this.endings = endings;
        this.wakeups = wakeups;
        this.instance = identity(Path.of(System.getProperty("karaf.data", "data"), "instance-id"));
        rows.seen(instance, Instant.now());
        recoverOwn();
        clock.scheduleWithFixedDelay(this::sweep, config.sweepSeconds(), config.sweepSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        clock.shutdownNow();
    }

    private static String identity(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            String made = Ids.next("ins");
            Files.writeString(file, made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String instance() {
        return instance;
    }

    /** Wakes the workers after a pause. */
    void wakeAfter(Duration pause) {
        clock.schedule(wakeups::wake, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    GenerationConfig config() {
        return config;
    }

    /** Ends or requeues what this instance has by its rows and no worker has in truth. */
    private void recoverOwn() {
        rows.running(instance).stream().filter(row -> !running.has(row.id())).forEach(this::recover);
    }

    private void recover(JobEntity row) {
        endings.recover(row, config.maxAttempts()).ifPresent(job -> hub.publish(Kind.STATE, job, Optional.empty()));
    }

    private void sweep() {
        try {
            Instant now = Instant.now();
            rows.seen(instance, now);
            recoverOwn();
            rows.abandoned(instance, Duration.ofSeconds(config.leaseSeconds()), now)
                    .forEach(this::recover);
            rows.running(instance).stream().filter(JobEntity::cancelRequested).forEach(row -> running.cancel(row.id()));
            endings.catchUp();
            rows.forgetKeys(now.minus(Duration.ofHours(config.idempotencyHours())));
            if (running.count() > 0 || !rows.heads().isEmpty()) {
                wakeups.wake();
            }
        } catch (RuntimeException e) {
            LOG.warn("The sweep of jobs failed; it is tried again in {} s.", config.sweepSeconds(), e);
        }
    }
}
