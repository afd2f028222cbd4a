package org.image2ai.kit;

import java.time.Duration;

/** A while that begins now. Unlike an {@code Instant} it does not move when somebody sets the clock. */
public final class Patience {
    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    /** @param length how long it lasts */
    public static Patience of(Duration length) {
        return new Patience(System.nanoTime() + length.toNanos());
    }

    /** What is left of it; zero when it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Whether it is over. */
    public boolean isOver() {
        return left().isZero();
    }

    /** The one of two that is over first. */
    public Patience orLess(Duration other) {
        Patience less = of(other);
        return less.end - end < 0 ? less : this;
    }
}
