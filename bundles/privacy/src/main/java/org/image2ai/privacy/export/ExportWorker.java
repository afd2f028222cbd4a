package org.image2ai.privacy.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.BlobService;
import org.image2ai.privacy.roster.ActualRecipients;
import org.image2ai.privacy.roster.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes copies part by part. Every part is durable before the next begins, and nothing is kept between two but the row,
 * so that it does not matter which process makes the next.
 */
final class ExportWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ExportRows rows;
    private final Roster roster;
    private final BlobService blobs;
    private final ActualRecipients recipients;
    private final ExecutorService threads;
    private final Clock clock;
    private final Duration kept;
    private final long partBytes;
    private final Tears tears = new Tears();

    ExportWorker(ExportConfig config, Sources sources, ExecutorService threads, Clock clock) {
        this.rows = sources.rows();
        this.roster = sources.roster();
        this.blobs = sources.blobs();
        this.recipients = sources.recipients();
        this.threads = threads;
        this.clock = clock;
        this.kept = Duration.ofDays(config.keepDays());
        this.partBytes = (long) config.partMegabytes() << 20;
    }

    /** What copies are made from. */
    record Sources(ExportRows rows, Roster roster, BlobService blobs, ActualRecipients recipients) {}

    PartBlobs blobs(Export export) {
        return new PartBlobs(blobs, threads, export);
    }

    /** Makes one part of each copy that can be worked on. @return whether there was one */
    boolean work() {
        List<Export> due = rows.due(clock.instant());
        due.forEach(this::step);
        return !due.isEmpty();
    }

    private void step(Export export) {
        try {
            if (!(export.isCopied() ? close(export) : copy(export))) {
                // It was erased while it was made; what was just stored goes after it.
                blobs(export).remove();
                tears.forget(export.id());
            }
        } catch (Tears.Torn e) {
            LOG.info("A file of the copy {} broke off; its part is made again.", export.id());
        } catch (IOException | RuntimeException e) {
            pause(export, e);
        }
    }

    private boolean copy(Export export) throws IOException {
        int number = export.progress().parts();
        try (Part part = new Part(blobs(export), number)) {
            Export.Progress to = new Copying(roster, tears, export, part).fill(partBytes);
            part.commit();
            Optional<PartRow> row = to.parts() == number
                    ? Optional.empty()
                    : Optional.of(
                            new PartRow(number, export.progress().step(), part.bytes(), part.items(), part.gaps()));
            return rows.advance(export, row, to);
        }
    }

    private boolean close(Export export) throws IOException {
        Copy copy = new Copy(export, rows.parts(export.id()), blobs(export), roster, recipients.all(export.subject()));
        PartRow last = Closing.write(copy);
        boolean wanted =
                rows.ready(export, last, Closing.gapNames(copy), clock.instant().plus(kept));
        tears.forget(export.id());
        return wanted;
    }

    private void pause(Export export, Exception why) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        Instant now = clock.instant();
        if (export.attempts() + 1 >= MOST_ATTEMPTS) {
            LOG.warn("The copy {} could not be made.", export.id(), why);
            rows.failed(export, kind(why), now.plus(kept));
            blobs(export).remove();
            return;
        }
        Duration pause = PAUSE.multipliedBy(1L << Math.min(export.attempts(), 10));
        LOG.info("The copy {} goes on later: {}", export.id(), why.getMessage());
        rows.wait(export, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    private static String kind(Exception why) {
        return why instanceof PlatformException known
                ? known.code()
                : why.getClass().getSimpleName();
    }
}
