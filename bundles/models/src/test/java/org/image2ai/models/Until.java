package org.image2ai.models;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.image2ai.kit.Patience;

/** Waits for what another thread brings about. */
final class Until {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = 1_000_000;

    private Until() {}

    static void holds(BooleanSupplier condition) {
        Patience patience = Patience.of(MOST);
        while (!condition.getAsBoolean()) {
            if (patience.isOver()) {
                throw new AssertionError("It did not come about within " + MOST);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
