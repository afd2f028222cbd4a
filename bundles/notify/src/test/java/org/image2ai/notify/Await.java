package org.image2ai.notify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for another thread, with a deadline. */
final class Await {
    private static final long PATIENCE_SECONDS = 20;

    private Await() {}

    static <T> T until(Supplier<T> look, Predicate<T> good) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        T seen = look.get();
        while (!good.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time; last seen: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
