package org.image2ai.library;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;

/** The memory that all decoding of this process shares: who finds it spent waits. */
final class DecodeBudget {
    /** The decoded picture, its upright copy, and room for the reader. */
    static final int BYTES_PER_PIXEL = 9;

    private static final int UNIT = 1 << 16;

    private final int units;
    private final Semaphore free;

    DecodeBudget(long bytes) {
        units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        free = new Semaphore(units, true);
    }

    /** The most pixels that can be decoded at all. */
    long maxPixels() {
        return (long) units * UNIT / BYTES_PER_PIXEL;
    }

    boolean fits(long pixels) {
        return pixels <= maxPixels();
    }

    /** Does work while its share of the memory is taken; more than all is all. */
    <T> T with(long pixels, Supplier<T> work) {
        int needed = (int) Math.min(units, 1 + pixels * BYTES_PER_PIXEL / UNIT);
        try {
            free.acquire(needed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.exhausted("interrupted", "The wait for decoding was interrupted.", true)
                    .causedBy(e);
        }
        try {
            return work.get();
        } finally {
            free.release(needed);
        }
    }
}
