package org.image2ai.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.JobId;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobTerms.Repeat;

/**
 * Finds the job that a client's first try began. Of several equal calls each repeat joins another one's job, the
 * earliest first; which were joined is only known to this process, and after a restart the earliest is as good as any.
 */
final class Repeats {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;
    private static final int LOCKS = 64;

    private final JobRows rows;
    private final Object[] locks = new Object[LOCKS];
    private final Map<JobId, Integer> joined = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    Repeats(JobRows rows) {
        this.rows = rows;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** What all tries of one call hold while they are let in, so that a repeat waits for its first try. */
    Object lock(Repeat repeat) {
        return locks[Math.floorMod(repeat.fingerprint().hashCode(), LOCKS)];
    }

    /** The job to join; a failed one is none, for it cost nothing and may succeed now. */
    Optional<Job> join(AccountId owner, Repeat repeat) {
        if (repeat.number() == 0) {
            return Optional.empty();
        }
        List<Job> same =
                rows.byFingerprint(owner, repeat.fingerprint(), Instant.now().minus(WINDOW));
        synchronized (joined) {
            Optional<Job> mine = same.stream()
                    .filter(job -> joined.getOrDefault(job.id(), 0) < repeat.number())
                    .findFirst()
                    .or(() -> same.isEmpty() ? Optional.empty() : Optional.of(same.get(same.size() - 1)));
            mine.ifPresent(job -> joined.put(job.id(), repeat.number()));
            return mine;
        }
    }
}
