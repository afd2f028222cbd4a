package org.image2ai.generation;

import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.ws.rs.sse.OutboundSseEvent;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.image2ai.api.AccountId;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events of jobs (WHATWG HTML, 9.2). A stream ends with its job; a comment now and then keeps proxies from
 * closing a silent one, and finds clients that are gone.
 */
@Component(service = EventStreams.class)
public final class EventStreams {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int TICK_SECONDS = 5;
    /** A browser has six for all its tabs; whoever opens thousands takes the server's connections. */
    private static final int MOST_OF_ACCOUNT = 100;

    private final Jobs jobs;
    private final Map<AccountId, Integer> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(EventStreams::daemon);
    // Closing waits for what is being sent, so the thread that sends must not do it, nor the one clock of all.
    private final ExecutorService closers = Executors.newCachedThreadPool(EventStreams::daemon);

    @Activate
    public EventStreams(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Deactivate
    void close() {
        clock.shutdownNow();
        closers.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "generation-events");
        thread.setDaemon(true);
        return thread;
    }

    /** Tells a client of a job until it ends. */
    void open(CallContext call, JobId id, long lastEventId, SseEventSink sink, Sse sse) {
        Stream stream = new Stream(call, id, sink, sse);
        take(call.account());
        try {
            stream.subscription = jobs.listen(call, id, lastEventId, stream::tell);
        } catch (RuntimeException e) {
            stream.leave();
            throw e;
        }
        stream.ticks = clock.scheduleWithFixedDelay(stream::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        if (sink.isClosed()) {
            closers.execute(stream::end);
        }
    }

    private void take(AccountId account) {
        open.merge(account, 1, Integer::sum);
        if (open.get(account) > MOST_OF_ACCOUNT) {
            give(account);
            throw PlatformException.exhausted(
                            "too_many_streams", "An account has at most " + MOST_OF_ACCOUNT + " streams at once.", true)
                    .retryAfter(Duration.ofSeconds(TICK_SECONDS));
        }
    }

    private void give(AccountId account) {
        open.computeIfPresent(account, (who, streams) -> streams == 1 ? null : streams - 1);
    }

    /** An unfinished picture on the wire. */
    private record PreviewData(int output, String mediaType, String data) {}

    /** One client's line. */
    private final class Stream {
        private final CallContext call;
        private final JobId id;
        private final SseEventSink sink;
        private final Sse sse;
        private volatile AutoCloseable subscription;
        private volatile ScheduledFuture<?> ticks;
        private final AtomicBoolean left = new AtomicBoolean();

        Stream(CallContext call, JobId id, SseEventSink sink, Sse sse) {
            this.call = call;
            this.id = id;
            this.sink = sink;
            this.sse = sse;
        }

        void tell(JobEvent event) {
            if (sink.isClosed()) {
                closers.execute(this::end);
                return;
            }
            boolean last = event.job().state().ended();
            sink.send(wire(event)).whenComplete((done, failure) -> {
                if (last || failure != null) {
                    closers.execute(this::end);
                }
            });
        }

        private OutboundSseEvent wire(JobEvent event) {
            Object data = event.preview()
                    .map(p -> (Object) new PreviewData(
                            p.output(), p.mediaType(), Base64.getEncoder().encodeToString(p.picture())))
                    .orElseGet(() -> JobView.of(event.job()));
            return sse.newEventBuilder()
                    .id(String.valueOf(event.id()))
                    .name(event.kind().name().toLowerCase(Locale.ROOT))
                    .data(JobJson.write(data))
                    .build();
        }

        /** Another process may have ended the job: then its row says so. */
        void tick() {
            try {
                Job job = jobs.get(call, id);
                if (sink.isClosed()) {
                    closers.execute(this::end);
                } else if (job.state().ended()) {
                    tell(new JobEvent(JobService.endOf(job), JobEvent.Kind.STATE, job, java.util.Optional.empty()));
                } else {
                    sink.send(sse.newEventBuilder().comment("still there").build());
                }
            } catch (RuntimeException e) {
                LOG.debug("The events of job {} ended early.", id, e);
                closers.execute(this::end);
            }
        }

        /** Makes room for another stream, once. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                give(call.account());
            }
        }

        void end() {
            leave();
            try {
                if (ticks != null) {
                    ticks.cancel(false);
                }
                if (subscription != null) {
                    subscription.close();
                }
            } catch (Exception e) {
                LOG.debug("A subscription could not be closed.", e);
            } finally {
                sink.close();
            }
        }
    }
}
