package org.image2ai.karaf;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something outside this process, with a deadline. */
final class Poll {
    private Poll() {}

    static <T> T until(String what, Duration patience, Supplier<T> look, Predicate<T> good) {
        Instant end = Instant.now().plus(patience);
        T seen = look.get();
        while (!good.test(seen)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not in time: " + what + "; last seen: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    static void pause() {
        try {
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
