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

    private final PrivacyRequests requests;
    private final Map<AccountId, ErasureLog.Entry> open;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-replay");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Replay(@Reference PrivacyRequests requests, @Reference Fence fence, @Reference Settings settings) {
        this(requests, fence);
        int pause = settings.config().pollSeconds();
        timer.scheduleWithFixedDelay(this::quietly, 0, pause, TimeUnit.SECONDS);
    }

    Replay(PrivacyRequests requests, Fence fence) {
        this.requests = requests;
        this.open = new ConcurrentHashMap<>(fence.forgotten());
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
            Optional<RequestState> state = requests.replayed(entry.request());
            if (state.isEmpty() || state.get() == RequestState.VERIFICATION_FAILED) {
                requests.replay(entry);
            } else if (state.get() == RequestState.COMPLETE || state.get() == RequestState.PENDING_EXTERNAL) {
                open.remove(entry.account());
            }
        }
        if (open.isEmpty()) {
            timer.shutdown();
        }
    }

    @Override
    public Optional<String> missing() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.size() + " erasures that a restore undid");
    }
}
