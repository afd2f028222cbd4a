package org.image2ai.datasource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lets many change the database at once, and now and then keeps them out for an instant, in which none is in the middle
 * of a change.
 */
final class WriteGate {
    private static final long LOOK_AGAIN_NANOS = 20_000;
    private static final long PATIENCE_NANOS = 50_000_000;

    /** A commit that is written half cannot be mended after a kill, and on a busy machine one may pause for long. */
    private static final long PATIENCE_WITH_ENDS_NANOS = 2_000_000_000;

    /** Who is in the middle of something, and whether it is of a kind that may wait for a row. */
    private final Map<Thread, Boolean> inside = new ConcurrentHashMap<>();

    private volatile boolean shut;

    /**
     * Before a change; waits while somebody is alone.
     *
     * @param mayWait whether it may wait for a row: a change that is not committed by itself. A commit never does, and
     *     while it pauses it is half done
     */
    void enter(boolean mayWait) {
        Thread me = Thread.currentThread();
        inside.put(me, mayWait);
        while (shut) {
            inside.remove(me);
            awaitOpen();
            inside.put(me, mayWait);
        }
    }

    /** After it. */
    void leave() {
        inside.remove(Thread.currentThread());
    }

    private synchronized void awaitOpen() {
        boolean interrupted = false;
        while (shut) {
            try {
                wait();
            } catch (InterruptedException e) {
                // A change is not given up half-way; whoever looks for the interrupt finds it afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Does something short while nobody is in the middle of a change. Whoever waits for a row that another transaction
     * holds is in the middle of none: it would wait for one that waits here.
     */
    long alone(LongSupplier work) {
        shut = true;
        try {
            await(this::isBusy, PATIENCE_NANOS);
            await(() -> inside.containsValue(false), PATIENCE_WITH_ENDS_NANOS);
            return work.getAsLong();
        } finally {
            synchronized (this) {
                shut = false;
                notifyAll();
            }
        }
    }

    private static void await(BooleanSupplier busy, long patience) {
        long end = System.nanoTime() + patience;
        while (busy.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean isBusy() {
        return inside.entrySet().stream()
                .anyMatch(one -> !one.getValue() || one.getKey().getState() != Thread.State.TIMED_WAITING);
    }
}
