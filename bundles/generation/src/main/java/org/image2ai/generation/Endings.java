package org.image2ai.generation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.image2ai.api.ErrorType;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.billing.Credits;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.Job.OutputStatus;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminal transactions of jobs: state, assets and money change together, once. */
@Component(service = Endings.class)
public final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final JobRows rows;
    private final Credits credits;
    private final Library library;
    private final EndNotices notices;
    private final Transactions transactions;

    @Activate
    public Endings(
            @Reference JobRows rows,
            @Reference Credits credits,
            @Reference Library library,
            @Reference EndNotices notices,
            @Reference Transactions transactions) {
        this.rows = rows;
        this.credits = credits;
        this.library = library;
        this.notices = notices;
        this.transactions = transactions;
    }

    /** Ends a job with the pictures that are there: 3 of 4 cost 3. */
    Job succeed(RenderedJob rendered) {
        JobId id = rendered.claim().job().id();
        return transactions.required(() -> rows.store().write(em -> {
            if (!rows.succeed(id, rendered.claim().attempt(), now())) {
                throw lost(id);
            }
            JobEntity row = JobRows.require(em, id);
            rows.fence().requireOpen(rendered.claim().job().owner());
            List<Job.Output> outputs = adopt(rendered);
            BigDecimal price = rendered.route()
                    .creditsPerImage()
                    .multiply(BigDecimal.valueOf(rendered.inspected().size()))
                    .min(BigDecimal.valueOf(row.creditsHeld()));
            long spent = credits.settle(row.hold(), price);
            row.succeeded(outputs, Receipts.of(rendered, row.creditsHeld(), spent), rows.words());
            return told(row);
        }));
    }

    /** Its owner cancelled it, or another worker has it: one looks at the row to know which. */
    private PlatformException lost(JobId id) {
        boolean cancelled = rows.store().read(em -> JobRows.require(em, id).cancelRequested());
        return cancelled
                ? PlatformException.conflict("cancelled", "The job " + id + " was cancelled.")
                : PlatformException.conflict("job_lost", "The job " + id + " is another worker's by now.");
    }

    private List<Job.Output> adopt(RenderedJob rendered) {
        Map<Integer, RenderedImage> images = rendered.route().result().images().stream()
                .collect(Collectors.toMap(RenderedImage::output, Function.identity()));
        List<Job.Output> outputs = new ArrayList<>();
        for (int i = 0; i < rendered.claim().job().request().count(); i++) {
            Inspected found = rendered.inspected().get(i);
            outputs.add(
                    found == null
                            ? StoredOutput.missing(i, OutputStatus.FAILED)
                            : adopt(rendered, i, found, images.get(i).seed()));
        }
        return outputs;
    }

    private Job.Output adopt(RenderedJob rendered, int index, Inspected found, Optional<Long> seed) {
        Asset asset =
                library.adopt(JobSession.staged(rendered.claim(), index), found, lineage(rendered, index, found, seed));
        return new Job.Output(
                index,
                "image",
                OutputStatus.READY,
                Optional.of(asset.id()),
                asset.mediaType(),
                asset.width(),
                asset.height(),
                seed);
    }

    /** What a picture of a job was made of. */
    static Lineage lineage(RenderedJob rendered, int index, Inspected found, Optional<Long> seed) {
        Job job = rendered.claim().job();
        JobRequest request = job.request();
        return new Lineage(
                job.id(),
                index,
                request.operation().wireName(),
                rendered.route().model(),
                request.prompt(),
                seed,
                request.inputs().stream().map(JobRequest.Input::asset).toList(),
                Optional.of(found.provenance()));
    }

    /** Ends a job that gave nothing: it costs nothing. @return empty when it was not this worker's to end */
    Optional<Job> fail(ClaimedJob claim, Throwable reason) {
        JobId id = claim.job().id();
        return transactions.required(() -> rows.store().write(em -> {
            JobEntity row = JobRows.require(em, id);
            em.refresh(row);
            if (row.state() != JobState.RUNNING || row.attempt() != claim.attempt()) {
                return Optional.empty();
            }
            if (code(reason).equals("interrupted") && !row.cancelRequested()) {
                rows.requeue(id, claim.attempt());
                return Optional.empty();
            }
            if (isGivenBack(reason) && !row.cancelRequested()) {
                LOG.info("Job {} waits again: {}", id, reason.getMessage());
                rows.giveBack(id, claim.attempt());
                return Optional.empty();
            }
            return Optional.of(end(em, row, reason));
        }));
    }

    /** Whether nobody failed: what does the job is away for a moment. */
    static boolean isGivenBack(Throwable reason) {
        return code(reason).equals(ImageRouter.PROVIDER_GONE);
    }

    private Job end(EntityManager em, JobEntity row, Throwable reason) {
        boolean cancelled = row.cancelRequested();
        rows.end(row, cancelled ? JobState.CANCELLED : JobState.FAILED, now());
        em.refresh(row);
        row.failed(cancelled ? Optional.empty() : Optional.of(failure(row.id(), reason)));
        credits.release(row.hold());
        return told(row);
    }

    private Job told(JobEntity row) {
        Job job = rows.job(row);
        notices.ended(job, row.webhook());
        return job;
    }

    /** Ends a job that its owner no longer wants before anybody began it. @return whether it did */
    boolean cancelWaiting(EntityManager em, JobEntity row) {
        if (row.state() != JobState.QUEUED || !rows.end(row, JobState.CANCELLED, now())) {
            return false;
        }
        em.refresh(row);
        row.failed(Optional.empty());
        credits.release(row.hold());
        told(row);
        return true;
    }

    /** Tells of the ends that could not be told of when they came. */
    void catchUp() {
        notices.catchUp();
    }

    /** Gives a job back whose worker is gone, or ends it when it was begun often enough. @return the job if it ended */
    Optional<Job> recover(JobEntity lost, int maxAttempts) {
        boolean again = lost.tries() < maxAttempts && !lost.cancelRequested();
        if (again) {
            if (rows.requeue(lost.id(), lost.attempt())) {
                LOG.info("Job {} lost its worker in attempt {}; it waits again.", lost.id(), lost.attempt());
            }
            return Optional.empty();
        }
        Job job = rows.get(lost.id());
        PlatformException why = PlatformException.internal(
                "worker_lost", "The server ended " + lost.tries() + " times while it ran this job.", null);
        return fail(new ClaimedJob(job, lost.attempt()), why);
    }

    private static Job.Failure failure(JobId id, Throwable reason) {
        if (reason instanceof PlatformException known && known.type() != ErrorType.INTERNAL) {
            LOG.info("Job {} failed: {} ({})", id, known.getMessage(), known.code());
            return new Job.Failure(known.code(), known.getMessage(), known.retryable());
        }
        if (code(reason).equals("worker_lost")) {
            return new Job.Failure("worker_lost", reason.getMessage(), true);
        }
        LOG.error("Job {} failed for a reason of ours.", id, reason);
        return new Job.Failure("internal_error", "The job failed for a reason that is the server's.", true);
    }

    private static String code(Throwable reason) {
        return reason instanceof PlatformException known ? known.code() : "";
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
