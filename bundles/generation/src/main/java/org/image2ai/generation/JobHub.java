package org.image2ai.generation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.JobId;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobEvent.Kind;
import org.image2ai.api.generation.JobListener;
import org.image2ai.kit.Micros;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears of a job that lives in this process, and the last things that happened to it. Event ids are times in
 * microseconds, so that they grow also over a restart. Listeners must not block: they are told under the lock.
 */
@Component(service = JobHub.class)
public final class JobHub {
    private static final Logger LOG = LoggerFactory.getLogger(JobHub.class);
    private static final int REMEMBERED = 64;

    private final Map<JobId, Channel> channels = new HashMap<>();

    /** The events and listeners of one job. */
    private static final class Channel {
        private final Deque<JobEvent> events = new ArrayDeque<>();
        private final List<JobListener> listeners = new ArrayList<>();
        private long last;

        JobEvent add(Kind kind, Job job, Optional<JobEvent.Preview> preview) {
            last = Math.max(last + 1, Micros.of(Instant.now()));
            JobEvent event = new JobEvent(last, kind, job, preview);
            if (kind == Kind.PREVIEW) {
                events.removeIf(e -> e.kind() == Kind.PREVIEW);
            }
            events.add(event);
            if (events.size() > REMEMBERED) {
                events.remove();
            }
            return event;
        }
    }

    /** Tells of a change; after the last one nothing is remembered. */
    synchronized void publish(Kind kind, Job job, Optional<JobEvent.Preview> preview) {
        Channel channel = channels.computeIfAbsent(job.id(), id -> new Channel());
        JobEvent event = channel.add(kind, job, preview);
        List.copyOf(channel.listeners).forEach(listener -> tell(listener, event));
        if (job.state().ended()) {
            channels.remove(job.id());
        }
    }

    private static void tell(JobListener listener, JobEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            LOG.debug("A listener of job {} failed.", event.job().id(), e);
        }
    }

    /**
     * Adds a listener and tells it what it missed.
     *
     * @return whether there was something to tell
     */
    synchronized boolean join(JobId id, long lastEventId, JobListener listener) {
        Channel channel = channels.computeIfAbsent(id, key -> new Channel());
        channel.listeners.add(listener);
        List<JobEvent> missed =
                channel.events.stream().filter(e -> e.id() > lastEventId).toList();
        missed.forEach(event -> tell(listener, event));
        return !missed.isEmpty();
    }

    /** Takes a listener away. */
    synchronized void leave(JobId id, JobListener listener) {
        Channel channel = channels.get(id);
        if (channel != null) {
            channel.listeners.remove(listener);
            if (channel.listeners.isEmpty() && channel.events.isEmpty()) {
                channels.remove(id);
            }
        }
    }

    /** Forgets a job that never came to be. */
    synchronized void forget(JobId id) {
        channels.remove(id);
    }

    /** The job as the last event tells it, if it lives here. */
    synchronized Optional<Job> latest(JobId id) {
        return Optional.ofNullable(channels.get(id))
                .map(channel -> channel.events.peekLast())
                .map(JobEvent::job);
    }
}
