package org.image2ai.generation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;
import org.image2ai.api.JobId;
import org.osgi.service.component.annotations.Component;

/** The jobs that workers of this process have, and which of them are no longer wanted. */
@Component(service = Running.class)
public final class Running {
    private final Map<JobId, Work> jobs = new ConcurrentHashMap<>();

    /** Whose it is, and whether it is no longer wanted. */
    private record Work(AccountId owner, AtomicBoolean cancelled, AtomicReference<JobEntity> row) {
        Work(AccountId owner) {
            this(owner, new AtomicBoolean(), new AtomicReference<>());
        }
    }

    /** Before the claim, so that no sweep finds a claimed job that nobody seems to have. */
    boolean begin(JobId id, AccountId owner) {
        return jobs.putIfAbsent(id, new Work(owner)) == null;
    }

    /** Keeps what its row said at the claim. @return false where it does not run here any more: then nobody is to begin it */
    boolean keep(JobEntity row) {
        Work work = jobs.get(row.id());
        if (work != null) {
            work.row().set(row);
        }
        return work != null;
    }

    /** What its row said at the claim. */
    Optional<JobEntity> row(JobId id) {
        return Optional.ofNullable(jobs.get(id)).map(work -> work.row().get());
    }

    void end(JobId id) {
        jobs.remove(id);
    }

    boolean has(JobId id) {
        return jobs.containsKey(id);
    }

    void cancel(JobId id) {
        Optional.ofNullable(jobs.get(id)).ifPresent(work -> work.cancelled().set(true));
    }

    boolean isCancelled(JobId id) {
        Work work = jobs.get(id);
        return work == null || work.cancelled().get();
    }

    /** How many run here. */
    int count() {
        return jobs.size();
    }

    /** How many of each account run here. */
    Map<AccountId, Long> byOwner() {
        return jobs.values().stream().collect(Collectors.groupingBy(Work::owner, Collectors.counting()));
    }
}
