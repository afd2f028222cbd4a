package org.image2ai.privacy.export;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker's thread, and those that store what it writes. */
final class ExportThreads {
    private static final Logger LOG = LoggerFactory.getLogger(ExportThreads.class);
    private static final long LOOK_SECONDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> thread(work));
    private final ExecutorService stores = Executors.newCachedThreadPool(work -> thread(work));
    private volatile boolean begun;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "privacy-exports");
        thread.setDaemon(true);
        return thread;
    }

    ExecutorService stores() {
        return stores;
    }

    /** Does some work every few seconds. */
    void begin(Runnable work) {
        begun = true;
        timer.scheduleWithFixedDelay(quietly(work), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Does some work at once, where it is done every few seconds. */
    void soon(Runnable work) {
        try {
            if (begun) {
                timer.execute(quietly(work));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The next process does it.", e);
        }
    }

    private static Runnable quietly(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("The work on copies of personal data failed; it goes on in a few seconds.", e);
            }
        };
    }

    void stop() {
        timer.shutdownNow();
        stores.shutdownNow();
    }
}
