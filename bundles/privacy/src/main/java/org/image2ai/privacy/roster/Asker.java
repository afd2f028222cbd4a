package org.image2ai.privacy.roster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;

/**
 * Asks on threads of its own. One that hangs costs its own permits and nobody else's: a permit comes back when the
 * answer does, which then nobody waits for any more.
 */
final class Asker implements AutoCloseable {
    private final Duration deadline;
    private final int concurrent;
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "privacy-ask");
        thread.setDaemon(true);
        return thread;
    });

    Asker(Duration deadline, int concurrent) {
        this.deadline = deadline;
        this.concurrent = concurrent;
    }

    /** @throws PlatformException UPSTREAM {@code participant_timeout}, {@code participant_failed} */
    <T> T ask(String bundle, Supplier<T> question) {
        long end = System.nanoTime() + deadline.toNanos();
        Semaphore own = permits.computeIfAbsent(bundle, b -> new Semaphore(concurrent, true));
        try {
            if (!own.tryAcquire(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(bundle);
            }
            return answer(bundle, submit(own, question), end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(bundle);
        }
    }

    private <T> Future<T> submit(Semaphore own, Supplier<T> question) {
        try {
            return threads.submit(() -> {
                try {
                    return question.get();
                } finally {
                    own.release();
                }
            });
        } catch (RuntimeException | Error e) {
            own.release();
            throw e;
        }
    }

    private static <T> T answer(String bundle, Future<T> answer, long end) throws InterruptedException {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw late(bundle);
        } catch (ExecutionException e) {
            throw failed(bundle, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static PlatformException late(String bundle) {
        return PlatformException.upstream(
                "participant_timeout", bundle + " did not answer a privacy request in time.", true);
    }

    /** What it threw may hold somebody's words, so only its kind is told. */
    private static PlatformException failed(String bundle, Throwable cause) {
        String kind = cause instanceof PlatformException e
                ? e.code()
                : cause.getClass().getSimpleName();
        return PlatformException.upstream(
                        "participant_failed", bundle + " failed in a privacy request: " + kind + ".", true)
                .causedBy(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
