package org.image2ai.plugins;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Work on plugins: one after the other for each, and never on a thread of those who ask. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "plugins");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, CompletableFuture<?>> last = new HashMap<>();

    /** Does work on a plugin when what was asked before is done. */
    synchronized <T> CompletableFuture<T> submit(String plugin, Supplier<T> work) {
        CompletableFuture<T> next = last.getOrDefault(plugin, CompletableFuture.completedFuture(null))
                .handle((ended, failed) -> null)
                .thenApplyAsync(nothing -> work.get(), threads);
        last.put(plugin, next);
        next.whenComplete((ended, failed) -> forget(plugin, next));
        return next;
    }

    private synchronized void forget(String plugin, CompletableFuture<?> ended) {
        last.remove(plugin, ended);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
