package org.image2ai.privacy.request;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.image2ai.api.health.HealthNotice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many requests are overdue: {@code image2ai_privacy_overdue} among the measures, and a notice with the health. */
@Component(
        service = {Overdue.class, HealthNotice.class},
        immediate = true)
public final class Overdue implements HealthNotice {
    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private static final int EVERY_SECONDS = 30;
    private static final int MOST = 1_000;

    private final Evidence evidence;
    private final AtomicLong count = new AtomicLong();
    private final Map<MeterRegistry, Meter> gauges = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-overdue");
        thread.setDaemon(true);
        return thread;
    });

    /** The alarms set the mark that is counted. */
    @Activate
    public Overdue(@Reference Evidence evidence, @Reference Worker worker) {
        this(evidence);
        timer.scheduleWithFixedDelay(this::quietly, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    Overdue(Evidence evidence) {
        this.evidence = evidence;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindRegistry(MeterRegistry registry) {
        gauges.put(
                registry,
                Gauge.builder("image2ai.privacy.overdue", count, AtomicLong::get)
                        .description("Privacy requests whose deadline has passed")
                        .register(registry));
    }

    void unbindRegistry(MeterRegistry registry) {
        Optional.ofNullable(gauges.remove(registry)).ifPresent(registry::remove);
    }

    private void quietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("Overdue requests could not be counted; it is tried again.", e);
        }
    }

    /** Counts anew. What is over may bear the mark for a day. */
    void look() {
        count.set(evidence.rows().due("request.overdue", evidence.settings().now(), MOST).stream()
                .flatMap(id -> evidence.rows().find(id).stream())
                .filter(request -> !evidence.ledger().standing(request).state().isOver())
                .count());
    }

    @Override
    public Optional<String> notice() {
        long overdue = count.get();
        return overdue == 0
                ? Optional.empty()
                : Optional.of(
                        overdue + (overdue == 1 ? " privacy request is overdue" : " privacy requests are overdue"));
    }
}
