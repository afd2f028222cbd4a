package org.image2ai.openai;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobListener;
import org.image2ai.api.generation.Jobs;
import org.image2ai.kit.Patience;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that wait for jobs, without a thread each. They hear of the end at once where the job runs in this process; a
 * look now and then finds the ends of those that run in another.
 */
@Component(service = Waits.class)
public final class Waits {
    private static final Logger LOG = LoggerFactory.getLogger(Waits.class);
    private static final int LOOK_SECONDS = 2;

    private final Jobs jobs;
    private final Set<Wait> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Waits::daemon);

    @Activate
    public Waits(@Reference Jobs jobs) {
        this.jobs = jobs;
        clock.scheduleWithFixedDelay(() -> open.forEach(Wait::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "openai-waits");
        thread.setDaemon(true);
        return thread;
    }

    /** Calls are told, so that their clients come again: to this server when it is back, or to another. */
    @Deactivate
    void close() {
        clock.shutdown();
        open.forEach(Wait::giveUp);
    }

    /** Follows a job to its end, or for a while. */
    void follow(CallContext call, JobId id, Duration most, Follower follower) {
        Wait wait = new Wait(call, id, Patience.of(most), follower);
        open.add(wait);
        wait.begin();
    }

    private final class Wait implements JobListener {
        private final CallContext call;
        private final JobId id;
        private final Patience patience;
        private final Follower follower;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile AutoCloseable subscription = () -> {};

        Wait(CallContext call, JobId id, Patience patience, Follower follower) {
            this.call = call;
            this.id = id;
            this.patience = patience;
            this.follower = follower;
        }

        void begin() {
            try {
                subscription = jobs.listen(call, id, 0, this);
            } catch (RuntimeException e) {
                open.remove(this);
                throw e;
            }
            if (over.get()) {
                leave();
            }
        }

        @Override
        public void onEvent(JobEvent event) {
            if (event.job().state().ended()) {
                end(event.job());
            } else if (!over.get()) {
                event.preview().ifPresent(follower::preview);
            }
        }

        private void end(Job job) {
            if (over.compareAndSet(false, true)) {
                leave();
                follower.ended(job);
            }
        }

        void giveUp() {
            if (over.compareAndSet(false, true)) {
                leave();
                follower.tooLate();
            }
        }

        void look() {
            try {
                Job job = jobs.get(call, id);
                if (job.state().ended()) {
                    end(job);
                } else if (patience.isOver()) {
                    giveUp();
                }
            } catch (PlatformException e) {
                LOG.debug("The job {} of a call that waits cannot be read.", id, e);
                giveUp();
            } catch (RuntimeException e) {
                // A database that is away comes back; what is thrown here would end all looks for ever.
                LOG.debug("The job {} of a call that waits cannot be read now.", id, e);
                if (patience.isOver()) {
                    giveUp();
                }
            }
        }

        private void leave() {
            open.remove(this);
            try {
                subscription.close();
            } catch (Exception e) {
                LOG.debug("The subscription to job {} did not close.", id, e);
            }
        }
    }
}
