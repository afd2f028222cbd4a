package org.image2ai.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.AssetId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
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
    private final Duration grace;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    @Activate
    public Sweeper(@Reference Assets assets, @Reference BlobService blobs, @Reference Intake intake) {
        this(assets, blobs, Duration.ofMinutes(intake.config().sweepGraceMinutes()), Clock.systemUTC());
        int minutes = intake.config().sweepMinutes();
        if (minutes > 0) {
            timer.scheduleWithFixedDelay(
                    this::quietly, SOON_SECONDS, TimeUnit.MINUTES.toSeconds(minutes), TimeUnit.SECONDS);
        }
    }

    Sweeper(Assets assets, BlobService blobs, Duration grace, Clock clock) {
        this.assets = assets;
        this.blobs = blobs;
        this.grace = grace;
        this.clock = clock;
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
        int swept = 0;
        Optional<String> cursor = Optional.empty();
        do {
            Page<Blob> page = blobs.list(Optional.empty(), new PageRequest(cursor, PageRequest.MAX_LIMIT));
            for (Blob blob : page.items()) {
                if (blob.modified().isBefore(before) && !owned(blob) && blobs.delete(blob.subject(), blob.key())) {
                    swept++;
                }
            }
            cursor = page.next();
        } while (cursor.isPresent() && !Thread.currentThread().isInterrupted());
        return swept;
    }

    private boolean owned(Blob blob) {
        String[] parts = blob.key().value().split("/");
        if (!parts[0].equals(Thumbnails.FOLDER)) {
            return assets.ownsBlob(blob.subject(), blob.key());
        }
        try {
            return assets.find(new AssetId(parts[1])).isPresent();
        } catch (PlatformException e) {
            return e.retryable();
        }
    }
}
