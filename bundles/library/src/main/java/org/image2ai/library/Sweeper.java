package org.image2ai.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.kit.Clocks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes files that no asset owns: of jobs that failed, and of what a crash left between a file and its row. */
@Component(service = Sweeper.class, immediate = true)
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final long SOON_SECONDS = 20;

    private final Assets assets;
    private final BlobService blobs;
    private final Staging staging;
    private final Duration grace;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    @Activate
    public Sweeper(
            @Reference Assets assets,
            @Reference BlobService blobs,
            @Reference Staging staging,
            @Reference Intake intake) {
        this(assets, blobs, staging, Duration.ofMinutes(intake.config().sweepGraceMinutes()), Clock.systemUTC());
        int minutes = intake.config().sweepMinutes();
        if (minutes > 0) {
            timer.scheduleWithFixedDelay(
                    this::quietly, SOON_SECONDS, TimeUnit.MINUTES.toSeconds(minutes), TimeUnit.SECONDS);
        }
    }

    Sweeper(Assets assets, BlobService blobs, Staging staging, Duration grace, Clock clock) {
        this.assets = assets;
        this.blobs = blobs;
        this.staging = staging;
        this.grace = grace;
        this.clock = Clocks.neverAhead(clock);
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "library-sweeper");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            int swept = sweep();
            if (swept > 0) {
                LOG.info("{} files that no asset owned were removed.", swept);
            }
        } catch (RuntimeException e) {
            LOG.debug("The sweep ended early and will be tried again.", e);
        }
    }

    /** Looks at every file once. @return how many were removed */
    int sweep() {
        Instant before = clock.instant().minus(grace);
        int swept = staging.sweep(before);
        Optional<String> cursor = Optional.empty();
        do {
            Page<Blob> page = blobs.list(Optional.empty(), new PageRequest(cursor, PageRequest.MAX_LIMIT));
            for (Blob blob : unowned(page.items(), before)) {
                if (blobs.delete(blob.subject(), blob.key())) {
                    swept++;
                }
            }
            cursor = page.next();
        } while (cursor.isPresent() && !Thread.currentThread().isInterrupted());
        return swept;
    }

    private List<Blob> unowned(List<Blob> page, Instant before) {
        Map<AccountId, List<Blob>> bySubject = page.stream()
                .filter(blob -> blob.modified().isBefore(before))
                .collect(Collectors.groupingBy(Blob::subject));
        List<Blob> unowned = new ArrayList<>();
        bySubject.forEach((subject, old) -> {
            Map<Boolean, List<Blob>> thumbnails = old.stream().collect(Collectors.partitioningBy(Thumbnails::is));
            unowned.addAll(without(assets::ids, subject, thumbnails.get(true), Thumbnails::asset));
            unowned.addAll(without(assets::blobs, subject, thumbnails.get(false), blob -> blob.key()
                    .value()));
        });
        return unowned;
    }

    private static List<Blob> without(
            BiFunction<AccountId, Collection<String>, Set<String>> owned,
            AccountId subject,
            List<Blob> blobs,
            Function<Blob, String> name) {
        Set<String> known = owned.apply(subject, blobs.stream().map(name).collect(Collectors.toSet()));
        return blobs.stream().filter(blob -> !known.contains(name.apply(blob))).toList();
    }
}
