package org.image2ai.generation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.image2ai.api.JobId;
import org.osgi.service.component.annotations.Component;

/** The jobs that workers of this process have, and which of them are no longer wanted. */
@Component(service = Running.class)
public final class Running {
    private final Map<JobId, AtomicBoolean> cancelled = new ConcurrentHashMap<>();

    /** Before the claim, so that no sweep finds a claimed job that nobody seems to have. */
    boolean begin(JobId id) {
        return cancelled.putIfAbsent(id, new AtomicBoolean()) == null;
    }

    void end(JobId id) {
        cancelled.remove(id);
    }

    boolean has(JobId id) {
        return cancelled.containsKey(id);
    }

    void cancel(JobId id) {
        Optional.ofNullable(cancelled.get(id)).ifPresent(flag -> flag.set(true));
    }

    boolean isCancelled(JobId id) {
        AtomicBoolean flag = cancelled.get(id);
        return flag == null || flag.get();
    }
}
