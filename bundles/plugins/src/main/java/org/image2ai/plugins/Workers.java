package org.image2ai.plugins;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread for each plugin while there is something to do for it, so that one that is slow holds up no other. */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long IDLE_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 300;

    private final Map<String, ThreadPoolExecutor> threads = new ConcurrentHashMap<>();

    void run(String plugin, Runnable task) {
        try {
            thread(plugin).execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("Plugin {}: {}", plugin, e.getMessage(), e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Plugin {}: left for the next start", plugin, e);
        }
    }

    <T> CompletableFuture<T> call(String plugin, Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, thread(plugin));
    }

    private ThreadPoolExecutor thread(String plugin) {
        return threads.computeIfAbsent(plugin, name -> {
            ThreadPoolExecutor one =
                    new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                        Thread thread = new Thread(work, "plugin-" + name);
                        thread.setDaemon(true);
                        return thread;
                    });
            one.allowCoreThreadTimeOut(true);
            return one;
        });
    }

    /** Waits for an act, and throws what it threw. */
    static <T> T await(CompletableFuture<T> act) {
        try {
            return act.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PlatformException refused
                    ? refused
                    : PlatformException.internal("plugin_failed", "The act failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw PlatformException.exhausted("plugin_busy", "It goes on, but takes long; look again later.", true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.exhausted("plugin_busy", "The wait was interrupted; it goes on.", true);
        }
    }

    /** What is under way is interrupted: it is ended at the next start. */
    void stop() {
        threads.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
