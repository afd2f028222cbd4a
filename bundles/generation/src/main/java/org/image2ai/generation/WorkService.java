package org.image2ai.generation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link JobWork}: what a worker does with a job, each step fenced by the attempt. */
@Component
public final class WorkService implements JobWork {
    private static final Logger LOG = LoggerFactory.getLogger(WorkService.class);

    private final WaitingLine line;
    private final JobRows rows;
    private final JobHub hub;
    private final Running running;
    private final Endings endings;
    private final Lease lease;
    private final ImageRouter router;
    private final Library library;
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
            @Reference Library library) {
        this.line = line;
        this.rows = rows;
        this.hub = hub;
        this.running = running;
        this.endings = endings;
        this.lease = lease;
        this.router = router;
        this.library = library;
        this.routes = new Routes(library);
    }

    @Override
    public Optional<ClaimedJob> claim() {
        return line.next()
                .filter(waiting -> running.begin(waiting.job(), waiting.owner()))
                .flatMap(waiting -> claim(waiting.job()).stream())
                .findFirst();
    }

    private Optional<ClaimedJob> claim(JobId id) {
        boolean mine = false;
        try {
            if (!rows.claim(id.value(), lease.instance(), Instant.now())) {
                return Optional.empty();
            }
            Job job = rows.get(id);
            hub.publish(Kind.STATE, job, Optional.empty());
            ClaimedJob claimed = new ClaimedJob(job, row(id).attempt());
            mine = true;
            return Optional.of(claimed);
        } finally {
            if (!mine) {
                running.end(id);
            }
        }
    }

    private JobEntity row(JobId id) {
        return rows.store().read(em -> JobRows.require(em, id));
    }

    @Override
    public RenderedJob render(ClaimedJob claim) {
        JobEntity row = row(claim.job().id());
        CallContext context = new CallContext(
                row.owner(),
                row.requestId(),
                Purpose.SERVICE,
                Instant.now().plusSeconds(lease.config().jobSeconds()));
        // Another candidate than the one that was quoted may cost what is held, and no more.
        Optional<BigDecimal> ceiling = Optional.of(BigDecimal.valueOf(row.creditsHeld()));
        RouteRequest request = routes.of(
                context, claim.job().request(), ceiling, claim.job().id().value());
        JobSession session = new JobSession(claim, row.vendorCheckpoint(), rows, hub, running, library);
        long began = System.nanoTime();
        RouteResult result = router.render(request, session);
        return new RenderedJob(
                claim, result, Duration.ofNanos(System.nanoTime() - began).toMillis(), Map.of());
    }

    @Override
    public RenderedJob verify(RenderedJob job) {
        Map<Integer, Inspected> inspected = new HashMap<>();
        PlatformException wrong = null;
        for (RenderedImage image : job.route().result().images()) {
            try {
                StagedOutput staged = JobSession.staged(job.claim(), image.output());
                library.inspect(staged)
                        .map(found -> encoded(staged, found, job.claim().job().request()))
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
        return new RenderedJob(job.claim(), job.route(), job.millis(), inspected);
    }

    /** A picture in the format that was asked for. */
    private Inspected encoded(StagedOutput staged, Inspected found, JobRequest request) {
        return request.format()
                .filter(format -> !format.type().mediaType().equals(found.mediaType()))
                .map(format -> library.convert(staged, format))
                .orElse(found);
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
        try {
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
}
