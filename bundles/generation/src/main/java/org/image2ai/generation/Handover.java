package org.image2ai.generation;

import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.image2ai.api.JobId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Jobs that are claimed in the transaction that lets them in, when nobody waits and this instance has room: that saves a
 * search of the rows and a second commit. What is still here when the instance ends is found as all else that it ran.
 */
@Component(service = Handover.class)
public final class Handover {
    private final Lease lease;
    private final Running running;
    private final Set<JobId> promised = ConcurrentHashMap.newKeySet();
    private final Queue<JobEntity> claimed = new ConcurrentLinkedQueue<>();

    @Activate
    public Handover(@Reference Lease lease, @Reference Running running) {
        this.lease = lease;
        this.running = running;
    }

    /** Claims a job that is not kept yet, if there is room. */
    void claim(JobEntity row, Instant now) {
        if (running.count() < lease.config().maxDirect() && running.begin(row.id(), row.owner())) {
            row.claim(lease.instance(), now);
            promised.add(row.id());
        }
    }

    /** Hands a job over whose transaction committed, if it was claimed in it: another may be some worker's already. */
    void give(JobEntity row) {
        if (promised.remove(row.id())) {
            claimed.add(row);
        }
    }

    /** Gives up what was not kept. */
    void forget(JobId id) {
        if (promised.remove(id)) {
            running.end(id);
        }
    }

    /** The next one for a worker. */
    Optional<JobEntity> next() {
        return Optional.ofNullable(claimed.poll());
    }
}
