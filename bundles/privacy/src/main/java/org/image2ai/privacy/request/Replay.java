package org.image2ai.privacy.request;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private final Evidence evidence;
    private final Planner planner;
    private final Worker worker;
    private final Map<AccountId, ErasureLog.Entry> open;
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
            if (state.isEmpty() || state.get() == RequestState.VERIFICATION_FAILED) {
                begin(entry);
            } else if (state.get() == RequestState.COMPLETE || state.get() == RequestState.PENDING_EXTERNAL) {
                open.remove(entry.account());
            }
        }
        if (open.isEmpty()) {
            timer.shutdown();
        }
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
        return open.isEmpty() ? Optional.empty() : Optional.of(open.size() + " erasures that a restore undid");
    }
}
