package org.image2ai.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobListener;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.generation.Jobs;
import org.image2ai.api.model.Quote;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Patience;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Jobs} over their rows and what is heard of those that live here. */
@Component(service = {Jobs.class, JobService.class})
public final class JobService implements Jobs {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final JobRows rows;
    private final JobHub hub;
    private final Admission admission;
    private final Running running;
    private final Endings endings;
    private final Transactions transactions;

    @Activate
    public JobService(
            @Reference JobRows rows,
            @Reference JobHub hub,
            @Reference Admission admission,
            @Reference Running running,
            @Reference Endings endings,
            @Reference Transactions transactions) {
        this.rows = rows;
        this.hub = hub;
        this.admission = admission;
        this.running = running;
        this.endings = endings;
        this.transactions = transactions;
    }

    @Override
    public Job submit(CallContext context, JobRequest request, JobTerms terms) {
        return admission.admit(context, request, terms);
    }

    @Override
    public Quote estimate(CallContext context, JobRequest request) {
        return admission.quote(context, request);
    }

    @Override
    public Job get(CallContext context, JobId id) {
        Job job = rows.get(id);
        context.requireOwner(job.owner(), "job", id.value());
        return fresh(job);
    }

    /** The row is the truth; of a running job the process knows more than the row does. */
    private Job fresh(Job job) {
        return hub.latest(job.id())
                .filter(latest -> latest.state() == job.state() && latest.progress() > job.progress())
                .orElse(job);
    }

    @Override
    public Page<Job> list(CallContext context, PageRequest page) {
        return rows.list(context.account(), page).map(this::fresh);
    }

    @Override
    public Job await(CallContext context, JobId id, Duration timeout) {
        Patience patience = Patience.of(timeout);
        CompletableFuture<Job> ended = new CompletableFuture<>();
        JobListener listener = event -> {
            if (event.job().state().ended()) {
                ended.complete(event.job());
            }
        };
        hub.join(id, Long.MAX_VALUE, listener);
        try {
            Job job = get(context, id);
            while (!job.state().ended() && !patience.isOver()) {
                job = next(ended, patience.left()).orElseGet(() -> get(context, id));
            }
            return job;
        } finally {
            hub.leave(id, listener);
        }
    }

    /** Waits for the word, and a while only: the job may live in another process. */
    private static Optional<Job> next(CompletableFuture<Job> ended, Duration left) {
        long millis = Math.max(1, Math.min(LOOK_AGAIN.toMillis(), left.toMillis()));
        try {
            return Optional.of(ended.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.upstream("interrupted", "The server is stopping.", true)
                    .causedBy(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Job cancel(CallContext context, JobId id) {
        get(context, id);
        return cancel(id);
    }

    /** Cancels anybody's job, for the shell. */
    Job cancel(JobId id) {
        transactions.required(() -> {
            transactions.afterCommit(() -> tell(id));
            return cancelInTransaction(id);
        });
        return fresh(rows.get(id));
    }

    private boolean cancelInTransaction(JobId id) {
        return rows.store().write(em -> {
            JobEntity row = JobRows.require(em, id);
            em.refresh(row);
            if (endings.cancelWaiting(em, row)) {
                return true;
            }
            if (!rows.cancelRunning(id)) {
                throw PlatformException.conflict("job_ended", "The job " + id + " is over.");
            }
            return false;
        });
    }

    private void tell(JobId id) {
        running.cancel(id);
        Job job = rows.get(id);
        if (job.state().ended()) {
            hub.publish(JobEvent.Kind.STATE, job, Optional.empty());
        }
    }

    @Override
    public AutoCloseable listen(CallContext context, JobId id, long lastEventId, JobListener listener) {
        Optional<Job> here = hub.latest(id);
        if (here.isPresent()) {
            context.requireOwner(here.get().owner(), "job", id.value());
        } else {
            get(context, id);
        }
        boolean told = hub.join(id, lastEventId, listener);
        if (told && here.isPresent()) {
            return () -> hub.leave(id, listener);
        }
        Job now = fresh(rows.get(id));
        if (now.state().ended()) {
            // It ended before the listener joined, so nobody else will say so.
            hub.leave(id, listener);
            long end = endOf(now);
            if (!told && end > lastEventId) {
                listener.onEvent(new JobEvent(end, JobEvent.Kind.STATE, now, Optional.empty()));
            }
        } else if (!told && lastEventId == 0) {
            long at = Micros.of(now.times().started().orElse(now.times().created()));
            listener.onEvent(new JobEvent(at, JobEvent.Kind.STATE, now, Optional.empty()));
        }
        return () -> hub.leave(id, listener);
    }

    /** The id of a job's last event. */
    static long endOf(Job job) {
        return Micros.of(job.times().ended().orElseThrow());
    }
}
