package org.image2ai.generation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.image2ai.api.AccountId;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.kit.Patience;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The jobs that wait, in a fair order: first comes the account that has the fewest running, so that nobody's thousand
 * keep another's one waiting; within an account first come, first served.
 */
@Component(service = WaitingLine.class)
public final class WaitingLine {
    /** How far is looked at first, and where nothing near can be done. */
    static final int NEAR = 8;

    static final int FAR = 500;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JobRows rows;
    private final Running running;
    private final Map<JobId, Patience> resting = new ConcurrentHashMap<>();

    /** An account that waits, and since when. */
    record Head(AccountId owner, long since) {}

    @Activate
    public WaitingLine(@Reference JobRows rows, @Reference Running running) {
        this.rows = rows;
        this.running = running;
    }

    /** The jobs to be tried next, the best first. @param lookAhead how many of each account */
    Stream<Waiting> next(int lookAhead) {
        Map<AccountId, Long> busy = running.byOwner();
        // Those that are just being claimed still wait in the rows, so one looks past all of them.
        int most = lookAhead + running.count() + resting.size();
        List<Head> heads = rows.heads().stream()
                .sorted(Comparator.comparing((Head head) -> busy.getOrDefault(head.owner(), 0L))
                        .thenComparing(Head::since))
                .toList();
        return heads.stream()
                .flatMap(head -> rows.waitingOf(head.owner(), most).stream().filter(waiting -> !rests(waiting.job())));
    }

    /** Lets a job rest that was given back: nobody claims it here before the pause is over. */
    void rest(JobId job, Duration pause) {
        resting.values().removeIf(Patience::isOver);
        resting.put(job, Patience.of(pause));
    }

    private boolean rests(JobId job) {
        Patience pause = resting.get(job);
        return pause != null && !pause.isOver();
    }

    /** A job that waits, and for what. */
    record Waiting(AccountId owner, JobId job, Operation operation, String model) {}

    /**
     * Asks for room for one more; exact for an account whose ledger row is locked, near enough for all together.
     *
     * @return how many wait before it
     * @throws PlatformException EXHAUSTED {@code queue_full}
     */
    int requireRoom(AccountId owner, GenerationConfig config) {
        long all = rows.queued();
        if (all > 0 && rows.queuedOf(owner) >= config.maxQueuedPerAccount()) {
            throw full("There wait " + config.maxQueuedPerAccount() + " jobs of this account already.");
        }
        if (all >= config.maxQueued()) {
            throw full("There wait " + config.maxQueued() + " jobs already.");
        }
        return Math.toIntExact(all);
    }

    private static PlatformException full(String message) {
        return PlatformException.exhausted("queue_full", message, true).retryAfter(PAUSE);
    }
}
