package org.image2ai.admin.backup;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes old copies of the key store from the server's own folder of backups, once a day. */
@Component(service = KeyCopySweeper.class, immediate = true)
public final class KeyCopySweeper {
    private static final Logger LOG = LoggerFactory.getLogger(KeyCopySweeper.class);

    private final Folders folders = Folders.ofKaraf();
    private final KeyCopies copies = new KeyCopies(folders, Clock.systemUTC());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "admin-key-copies");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public KeyCopySweeper() {
        timer.scheduleWithFixedDelay(this::sweep, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            int gone = copies.sweep(folders.backups());
            if (gone > 0) {
                LOG.info("{} copies of the key store were too old and are gone.", gone);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("Old copies of the key store could not be removed.", e);
        }
    }
}
