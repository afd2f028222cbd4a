package org.image2ai.models;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.kit.Patience;

/**
 * The renderings of one provider, and whether it takes more. A rendering begins by putting itself in and looking after,
 * so that none begins unseen by who closes the door.
 */
final class Workload {
    private final Set<Rendering> works = new HashSet<>();
    private final AtomicInteger load = new AtomicInteger();
    private boolean ended;
    private volatile boolean retired;
    private volatile boolean closed;

    /** How many wait for it or run. */
    int load() {
        return load.get();
    }

    /** Before it waits for a permit. */
    void comes() {
        load.incrementAndGet();
    }

    /** After all. */
    void goes() {
        load.decrementAndGet();
    }

    /** @return whether it may run here; then it must {@link #end} */
    synchronized boolean begin(Rendering work, boolean asStandby) {
        return !turnsAway(asStandby) && works.add(work);
    }

    synchronized void end(Rendering work) {
        works.remove(work);
        notifyAll();
    }

    synchronized int inFlight() {
        return works.size();
    }

    /** Whether new work should go elsewhere. @param asStandby for work that nobody else could do */
    boolean turnsAway(boolean asStandby) {
        return closed || retired && !asStandby;
    }

    boolean isRetired() {
        return retired;
    }

    /** Whether no work begins here, whoever else there is. */
    boolean isClosed() {
        return closed;
    }

    void retire() {
        retired = true;
    }

    /** Takes work again; not when its service is gone. */
    synchronized void restore() {
        retired = false;
        closed = ended;
    }

    /** Waits until no work is left, or no longer. */
    synchronized void drain(Duration most) {
        Patience patience = Patience.of(most);
        try {
            while (!works.isEmpty() && !patience.isOver()) {
                wait(Math.max(1, patience.left().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins nothing any more, and gives back what runs. @return how many */
    int close() {
        List<Rendering> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(works);
        }
        left.forEach(Rendering::giveBack);
        return left.size();
    }

    /** As {@link #close}, for good: the service is gone. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        close();
    }
}
