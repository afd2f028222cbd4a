package org.image2ai.models;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ProviderStatus;
import org.image2ai.api.model.ProviderStatus.Health;

/** A provider that is there now: its models as last seen, its own permits, and how it did lately. */
final class LiveProvider {
    /** What is known of a provider without asking it. */
    record Facts(String id, String vendor, boolean local, String bundle) {}

    private static final int CHECKS = 8;

    private final Facts facts;
    private final ImageModelProvider service;
    private final Semaphore permits;
    private final Semaphore checks = new Semaphore(CHECKS);
    private final int failuresToTrip;
    private final Duration probeAfter;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean listing = new AtomicBoolean();
    private volatile long lastFailure;
    private volatile List<CatalogueEntry> models = List.of();
    private volatile String note = "has not listed its models yet";

    LiveProvider(Facts facts, ImageModelProvider service, ModelsConfig config) {
        this.facts = facts;
        this.service = service;
        this.permits = new Semaphore(config.maxConcurrent(), true);
        this.failuresToTrip = config.failuresToTrip();
        this.probeAfter = Duration.ofSeconds(config.probeSeconds());
    }

    Facts facts() {
        return facts;
    }

    ImageModelProvider service() {
        return service;
    }

    Semaphore permits() {
        return permits;
    }

    /** For the checks of requests: those that hang hold so many threads and no more. */
    Semaphore checks() {
        return checks;
    }

    List<CatalogueEntry> models() {
        return models;
    }

    /** Whether a listing may begin: one at a time, so that a provider that hangs holds one thread and no more. */
    boolean beginListing() {
        return listing.compareAndSet(false, true);
    }

    void endListing() {
        listing.set(false);
    }

    /** Takes over what the provider listed. */
    void listed(List<ImageModel> listed) {
        models = listed.stream()
                .map(m -> new CatalogueEntry(facts.id() + "/" + m.name(), facts.id(), facts.vendor(), facts.local(), m))
                .toList();
        note = "";
    }

    /** Notes that the provider could not list its models; those seen before stay. */
    void notListed(String why) {
        note = why;
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    void abandoned() {
        abandoned.incrementAndGet();
    }

    void abandonedEnded() {
        abandoned.decrementAndGet();
    }

    void succeeded() {
        failures.set(0);
    }

    void failed() {
        lastFailure = System.nanoTime();
        failures.incrementAndGet();
    }

    boolean healthy() {
        return failures.get() < failuresToTrip;
    }

    /** Whether it may get work: it is healthy, or has rested long enough for a probe. */
    boolean admits() {
        return healthy() || System.nanoTime() - lastFailure >= probeAfter.toNanos();
    }

    ProviderStatus status() {
        Health health = models.isEmpty() ? Health.UNAVAILABLE : healthy() ? Health.HEALTHY : Health.FAILING;
        String why = healthy() ? note : "failed " + failures.get() + " times in a row";
        return new ProviderStatus(
                facts.id(),
                facts.vendor(),
                facts.bundle(),
                health,
                models.size(),
                inFlight.get(),
                abandoned.get(),
                why);
    }
}
