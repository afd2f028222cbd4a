package org.image2ai.privacy.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;

/** Erases copies that expired, and blobs of copies that are no more: a process may die between a blob and its row. */
final class ExportSweep {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final ExportRows rows;
    private final BlobService blobs;
    private final ExportWorker worker;
    private final Clock clock;
    private Instant next = Instant.MIN;

    ExportSweep(ExportRows rows, BlobService blobs, ExportWorker worker, Clock clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.worker = worker;
        this.clock = clock;
    }

    /** Sweeps, if that is an hour ago. */
    void run() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        expired(now);
        orphans();
        next = now.plus(PAUSE);
    }

    /** The blobs go first: what breaks off is found again by its row. */
    private void expired(Instant now) {
        for (Export export : rows.over(now)) {
            worker.blobs(export).remove();
            rows.remove(export.id());
        }
    }

    private void orphans() {
        Optional<String> cursor = Optional.empty();
        do {
            Page<Blob> page = blobs.list(Optional.empty(), new PageRequest(cursor, PageRequest.MAX_LIMIT));
            for (Blob blob : page.items()) {
                if (PartBlobs.owner(blob).filter(id -> rows.find(id).isEmpty()).isPresent()) {
                    blobs.delete(blob.subject(), blob.key());
                }
            }
            cursor = page.next();
        } while (cursor.isPresent());
    }
}
