package org.image2ai.security;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, every hour, sessions, former secrets and unfinished second factors whose time is over. */
@Component(service = SecuritySweeper.class, immediate = true)
public final class SecuritySweeper {
    private static final Logger LOG = LoggerFactory.getLogger(SecuritySweeper.class);

    private final SessionService sessions;
    private final ApiKeyService keys;
    private final TotpService totp;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "security-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SecuritySweeper(
            @Reference SessionService sessions, @Reference ApiKeyService keys, @Reference TotpService totp) {
        this.sessions = sessions;
        this.keys = keys;
        this.totp = totp;
        timer.scheduleWithFixedDelay(this::quietly, 1, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            int gone = sessions.sweep() + keys.sweep() + totp.sweep();
            LOG.debug("{} rows whose time is over were removed.", gone);
        } catch (RuntimeException e) {
            LOG.warn("The sweep of sessions failed; it is tried again in an hour.", e);
        }
    }
}
