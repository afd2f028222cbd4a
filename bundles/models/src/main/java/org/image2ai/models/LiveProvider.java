package org.image2ai.models;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ProviderAccount;
import org.image2ai.api.model.ProviderStatus;

/** An account at a vendor that is there now: its models as last seen, its own permits, its work, and how it did. */
final class LiveProvider {
    private static final int CHECKS = 8;
    private static final int MOST_WAITING = 2;

    private final Origin origin;
    private final ProviderAccount account;
    private final ImageModelProvider service;
    private final Means means;
    private final int maxConcurrent;
    private final Semaphore permits;
    private final Semaphore checks = new Semaphore(CHECKS);
    private final Standing standing;
    private final Workload workload = new Workload();
    private final Map<String, Map<Operation, Health>> healths = new ConcurrentHashMap<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicBoolean listing = new AtomicBoolean();
    private volatile List<CatalogueEntry> models = List.of();
    private volatile String note = "has not listed its models yet";

    /** What all providers share: how they are run, the time, and what was spent. */
    record Means(ModelsConfig config, Ticker ticker, Spending spending) {
        Breaker.Limits limits() {
            return new Breaker.Limits(
                    config.failuresToTrip(),
                    config.tripPercent() / 100.0,
                    config.tripWindow(),
                    Duration.ofSeconds(config.probeSeconds()));
        }
    }

    LiveProvider(Origin origin, ProviderAccount account, ImageModelProvider service, Means means) {
        this.origin = origin;
        this.account = account;
        this.service = service;
        this.means = means;
        this.maxConcurrent = account.maxConcurrent().orElse(means.config().maxConcurrent());
        this.permits = new Semaphore(maxConcurrent, true);
        this.standing = new Standing(account, means.spending(), means.ticker());
    }

    Origin origin() {
        return origin;
    }

    ProviderAccount account() {
        return account;
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

    Standing standing() {
        return standing;
    }

    Workload workload() {
        return workload;
    }

    List<CatalogueEntry> models() {
        return models;
    }

    Duration timeout() {
        return Duration.ofSeconds(account.timeoutSeconds().orElse(means.config().timeoutSeconds()));
    }

    /** How one of its models did lately at an operation. */
    Health health(String model, Operation operation) {
        return healths.computeIfAbsent(model, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(operation, o -> new Health(means.limits(), means.ticker()));
    }

    /** Whether all its renderings are taken. */
    boolean isFull() {
        return workload.load() >= maxConcurrent;
    }

    /** Whether some wait already for a rendering to be free: those who wait hold a worker each. */
    boolean isBusy() {
        return workload.load() >= maxConcurrent + MOST_WAITING;
    }

    /** Whether a listing may begin: one at a time, so that a provider that hangs holds one thread and no more. */
    boolean beginListing() {
        return listing.compareAndSet(false, true);
    }

    void endListing() {
        listing.set(false);
    }

    /** Takes over what the provider listed. @return whether it is something new */
    boolean listed(List<ImageModel> listed) {
        List<CatalogueEntry> before = models;
        models = listed.stream().map(this::entry).toList();
        note = "";
        return !models.equals(before);
    }

    private CatalogueEntry entry(ImageModel model) {
        String id = account.id();
        return new CatalogueEntry(id + "/" + model.name(), id, account.vendor(), account.local(), model);
    }

    /** Notes why the provider could not list its models; those seen before stay. @return whether that is new */
    boolean notListed(String why) {
        boolean changed = !why.equals(note);
        note = why;
        return changed;
    }

    void abandoned() {
        abandoned.incrementAndGet();
    }

    void abandonedEnded() {
        abandoned.decrementAndGet();
    }

    ProviderStatus status() {
        List<String> failing = healths.entrySet().stream()
                .flatMap(model -> model.getValue().entrySet().stream()
                        .filter(one -> !one.getValue().isSound())
                        .map(one -> failing(model.getKey(), one.getKey(), one.getValue())))
                .sorted()
                .toList();
        String why = standing.note().isEmpty() ? String.join("; ", failing) : standing.note();
        String told = workload.isRetired() && why.isEmpty() ? "retired: others get its work" : why;
        ProviderStatus.Health health = models.isEmpty()
                ? ProviderStatus.Health.UNAVAILABLE
                : why.isEmpty() ? ProviderStatus.Health.HEALTHY : ProviderStatus.Health.FAILING;
        return new ProviderStatus(
                account.id(),
                account.pid(),
                account.vendor(),
                origin.toString(),
                health,
                models.size(),
                workload.inFlight(),
                abandoned.get(),
                told.isEmpty() ? note : told);
    }

    private static String failing(String model, Operation operation, Health health) {
        String what = model + " " + operation.wireName();
        return health.breaker().isClosed()
                ? what + " rests as the vendor asked"
                : what + " failed " + health.breaker().failuresInARow() + " times in a row";
    }
}
