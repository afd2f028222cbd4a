package org.image2ai.generation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent.Kind;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobWork;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.Making;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link JobWork}: what a worker does with a job, each step fenced by the attempt. */
@Component
public final class WorkService implements JobWork {
    private static final Logger LOG = LoggerFactory.getLogger(WorkService.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WaitingLine line;
    private final JobRows rows;
    private final JobHub hub;
    private final Running running;
    private final Endings endings;
    private final Lease lease;
    private final ImageRouter router;
    private final Library library;
    private final Transactions transactions;
    private final Handover handover;
    private final JobReview reviews;
    private final Routes routes;

    @Activate
    public WorkService(
            @Reference WaitingLine line,
            @Reference JobRows rows,
            @Reference JobHub hub,
            @Reference Running running,
            @Reference Endings endings,
            @Reference Lease lease,
            @Reference ImageRouter router,
            @Reference Library library,
            @Reference Transactions transactions,
            @Reference Handover handover,
            @Reference JobReview reviews) {
        this.line = line;
        this.rows = rows;
        this.hub = hub;
        this.running = running;
        this.endings = endings;
        this.lease = lease;
        this.router = router;
        this.library = library;
        this.transactions = transactions;
        this.handover = handover;
        this.reviews = reviews;
        this.routes = new Routes(library);
    }

    @Override
    public Optional<ClaimedJob> claim() {
        if (!reviews.isReady()) {
            // What waits keeps waiting; nobody pays for a picture that cannot be shown.
            return Optional.empty();
        }
        return handover.next().or(this::claimed).filter(running::keep).map(this::claimed);
    }

    private Optional<JobEntity> claimed() {
        // A claim that a kill takes back is made again: the job waits in the file.
        Set<JobId> begun = new HashSet<>();
        Optional<JobEntity> mine = Optional.empty();
        try {
            mine = transactions.relaxed(() -> rows.store().write(em -> next().filter(
                            waiting -> running.begin(waiting.job(), waiting.owner()) && begun.add(waiting.job()))
                    .filter(waiting -> rows.claim(waiting.job().value(), lease.instance(), Instant.now()))
                    .map(waiting -> JobRows.require(em, waiting.job()))
                    .findFirst()));
        } finally {
            mine.ifPresent(row -> begun.remove(row.id()));
            begun.forEach(running::end);
        }
        return mine;
    }

    /** What can be done at once: a worker is not to wait for a model that has its hands full while others have work. */
    private Stream<WaitingLine.Waiting> next() {
        return Stream.of(WaitingLine.NEAR, WaitingLine.FAR)
                .flatMap(line::next)
                .filter(waiting -> !router.isBusy(waiting.operation(), waiting.model()));
    }

    private ClaimedJob claimed(JobEntity row) {
        Job job = rows.job(row);
        hub.publish(Kind.STATE, job, Optional.empty());
        return new ClaimedJob(job, row.attempt());
    }

    @Override
    public RenderedJob render(ClaimedJob claim) {
        JobId id = claim.job().id();
        JobEntity row = row(id);
        CallContext context = context(row);
        // Another candidate than the one that was quoted may cost what is held, and no more.
        Optional<BigDecimal> ceiling = Optional.of(BigDecimal.valueOf(row.creditsHeld()));
        RouteRequest request = routes.of(context, claim.job().request(), ceiling, id.value());
        JobSession session = new JobSession(claim, row.vendorCheckpoint(), rows, hub, running, library);
        long began = System.nanoTime();
        RouteResult result = router.render(request, session);
        return new RenderedJob(
                claim, result, Duration.ofNanos(System.nanoTime() - began).toMillis(), Map.of(), Map.of());
    }

    private JobEntity row(JobId id) {
        return running.row(id).orElseGet(() -> rows.store().read(em -> JobRows.require(em, id)));
    }

    private CallContext context(JobEntity row) {
        Instant deadline = Instant.now().plusSeconds(lease.config().jobSeconds());
        return new CallContext(row.owner(), row.requestId(), Purpose.SERVICE, deadline);
    }

    @Override
    public RenderedJob verify(RenderedJob job) {
        JobRequest request = job.claim().job().request();
        Making making = new Making(job.route().model(), job.route().source(), Routes.pictures(request));
        Map<Integer, Inspected> inspected = new HashMap<>();
        PlatformException wrong = null;
        int side = reviews.side();
        for (RenderedImage image : job.route().result().images()) {
            try {
                StagedOutput staged = JobSession.staged(job.claim(), image.output());
                library.keep(staged, making, request.format(), side)
                        .ifPresent(found -> inspected.put(image.output(), found));
            } catch (PlatformException e) {
                wrong = e;
            }
        }
        if (inspected.isEmpty()) {
            throw wrong != null
                    ? wrong
                    : PlatformException.upstream("provider_no_output", "The model gave no picture.", true);
        }
        return new RenderedJob(job.claim(), job.route(), job.millis(), inspected, Map.of());
    }

    @Override
    public RenderedJob review(RenderedJob job) {
        return reviews.review(context(row(job.claim().job().id())), job);
    }

    @Override
    public Job complete(RenderedJob job) {
        Job ended = endings.succeed(job);
        running.end(ended.id());
        hub.publish(Kind.STATE, ended, Optional.empty());
        return ended;
    }

    @Override
    public Job fail(ClaimedJob claim, Throwable reason) {
        JobId id = claim.job().id();
        if (isOurStore(reason)) {
            running.end(id);
            LOG.warn("Job {} could not be kept; it is begun again when the database answers.", id, reason);
            throw PlatformException.internal("job_not_kept", "The database failed; the job is begun again.", reason);
        }
        try {
            if (Endings.isGivenBack(reason)) {
                rest(id, (PlatformException) reason);
            }
            Optional<Job> ended = endings.fail(claim, reason);
            ended.ifPresent(job -> hub.publish(Kind.STATE, job, Optional.empty()));
            return ended.orElseGet(() -> rows.get(id));
        } catch (RuntimeException e) {
            LOG.warn("Job {} could not be ended; it is looked at again.", id, e);
            throw e;
        } finally {
            running.end(id);
        }
    }

    /** Before it waits again, so that no worker has it back at once. */
    private void rest(JobId id, PlatformException reason) {
        Duration pause = reason.retryAfter().orElse(PAUSE);
        line.rest(id, pause);
        lease.wakeAfter(pause);
    }

    /** Whether it was the database that failed: that is no fault of the job, which the next sweep gives back. */
    private static boolean isOurStore(Throwable reason) {
        for (Throwable t = reason; t != null; t = t.getCause()) {
            if (t instanceof PersistenceException || t instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
