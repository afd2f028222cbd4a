package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;
import org.image2ai.api.health.ReadinessCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings nobody back: an erasure of which the database knows nothing is one that was restored over. Its account is fenced
 * from the first moment, and it is erased again before the server is ready.
 */
@Component(
        service = {Replay.class, ReadinessCheck.class},
        immediate = true)
public final class Replay implements ReadinessCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private static final int MOST_NAMED = 5;

    private final Evidence evidence;
    private final Planner planner;
    private final Worker worker;
    private final Map<AccountId, ErasureLog.Entry> open;
    private final Instant since;
    private volatile String waiting = "";
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-replay");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Replay(
            @Reference Evidence evidence,
            @Reference Planner planner,
            @Reference Worker worker,
            @Reference Fence fence) {
        this(evidence, planner, worker, fence.forgotten());
        int pause = evidence.settings().config().pollSeconds();
        timer.scheduleWithFixedDelay(this::quietly, 0, pause, TimeUnit.SECONDS);
    }

    Replay(Evidence evidence, Planner planner, Worker worker, Map<AccountId, ErasureLog.Entry> forgotten) {
        this.evidence = evidence;
        this.planner = planner;
        this.worker = worker;
        this.open = new ConcurrentHashMap<>(forgotten);
        this.since = evidence.settings().now();
        unfinished().forEach(entry -> open.putIfAbsent(entry.account(), entry));
    }

    /** Those that an earlier start began to do again: a restart makes nobody ready. */
    private List<ErasureLog.Entry> unfinished() {
        return evidence.ledger().requests(EventKind.REPLAYED).stream()
                .flatMap(id -> evidence.rows().find(id).stream())
                .filter(request -> !isOver(state(request.id())) && !wentOn(request.id()))
                .map(request -> new ErasureLog.Entry(request.received(), request.account(), request.id()))
                .toList();
    }

    private static boolean isOver(Optional<RequestState> state) {
        return state.filter(one -> one == RequestState.COMPLETE || one == RequestState.PENDING_EXTERNAL)
                .isPresent();
    }

    private boolean wentOn(String id) {
        return evidence.ledger().of(id).stream().anyMatch(event -> event.kind() == EventKind.WENT_ON);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("An erasure could not be done again; it is tried until it is.", e);
        }
    }

    /** Erases again whatever came back, until a second look finds nothing of it. */
    void look() {
        for (ErasureLog.Entry entry : open.values()) {
            Optional<RequestState> state = state(entry.request());
            if (isOver(state) || state.isPresent() && wentOn(entry.request())) {
                open.remove(entry.account());
            } else if (state.isEmpty() || state.get() == RequestState.VERIFICATION_FAILED) {
                begin(entry);
            }
        }
        waiting = waiting();
        if (open.isEmpty()) {
            timer.shutdown();
        }
    }

    /** Whom it waits for, once it has waited for long. */
    private String waiting() {
        Duration patience = Duration.ofMinutes(evidence.settings().config().replayMinutes());
        if (open.isEmpty() || evidence.settings().now().isBefore(since.plus(patience))) {
            return "";
        }
        return open.values().stream()
                .map(ErasureLog.Entry::request)
                .sorted()
                .limit(MOST_NAMED)
                .map(id -> {
                    Set<String> blocking = evidence.blocking(id);
                    return "; " + id
                            + (blocking.isEmpty() ? " is under way" : " waits for " + String.join(", ", blocking));
                })
                .collect(Collectors.joining());
    }

    /** How an erasure stands that is done again; empty when it has not begun to be. */
    private Optional<RequestState> state(String id) {
        return evidence.rows()
                .find(id)
                .filter(request ->
                        evidence.ledger().of(id).stream().anyMatch(event -> event.kind() == EventKind.REPLAYED))
                .map(request -> evidence.ledger().standing(request).state());
    }

    private void begin(ErasureLog.Entry entry) {
        evidence.transactions().required(() -> {
            Request request = evidence.rows().find(entry.request()).orElseGet(() -> remembered(entry));
            evidence.progress().again(request.id());
            evidence.progress().freeze(request.id(), planner.roster(RequestType.ERASURE));
            evidence.ledger().append(request.id(), EventKind.REPLAYED);
            evidence.rows().change(request.id(), row -> {
                row.run();
                row.next(Optional.of(evidence.settings().now()));
            });
            return true;
        });
        worker.submit(entry.request());
    }

    private Request remembered(ErasureLog.Entry entry) {
        Law law = evidence.settings().law();
        Request request = new Request(
                entry.request(),
                entry.account(),
                RequestType.ERASURE,
                law,
                entry.at(),
                law.due(entry.at()),
                Optional.empty(),
                Optional.empty(),
                Request.Progress.NONE);
        evidence.rows().add(request);
        evidence.ledger().append(request.id(), EventKind.RECEIVED, "", Map.of("by", "erasure log"));
        return request;
    }

    @Override
    public Optional<String> missing() {
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.size() + " erasures that a restore undid" + waiting);
    }
}
