package org.image2ai.passkeys;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, every ten minutes, challenges that nobody answered in time. */
@Component(service = PasskeySweeper.class, immediate = true)
public final class PasskeySweeper {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeySweeper.class);

    private final Challenges challenges;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "passkey-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public PasskeySweeper(@Reference Challenges challenges) {
        this.challenges = challenges;
        timer.scheduleWithFixedDelay(this::quietly, 1, 10, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            LOG.debug("{} challenges whose time is over were removed.", challenges.sweep());
        } catch (RuntimeException e) {
            LOG.warn("The sweep of challenges failed; it is tried again in ten minutes.", e);
        }
    }
}
