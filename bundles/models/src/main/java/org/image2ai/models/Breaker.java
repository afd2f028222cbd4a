package org.image2ai.models;

import java.time.Duration;

/**
 * Keeps work away from what fails: open after some failures in a row, or when too many of the calls lately failed. An
 * open one lets a single call through now and then, and closes when that succeeds.
 */
final class Breaker {
    private static final double WEIGHT = 0.1;

    private final Limits limits;
    private final Ticker ticker;
    private int row;
    private int calls;
    private volatile double rate;
    private volatile boolean open;
    private volatile boolean probing;
    private volatile long lastFailure;

    /**
     * When it opens.
     *
     * @param failures so many in a row
     * @param rate or such a share of the calls lately, 0 to 1
     * @param window of which there must have been so many
     * @param probeAfter the pause before a call is let through
     */
    record Limits(int failures, double rate, int window, Duration probeAfter) {}

    Breaker(Limits limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
    }

    boolean isClosed() {
        return !open;
    }

    /** The share of the calls lately that failed. */
    double rate() {
        return rate;
    }

    synchronized int failuresInARow() {
        return row;
    }

    /** Whether {@link #enter} would let a call through now. */
    boolean admits() {
        return !open
                || !probing
                        && ticker.nanos() - lastFailure >= limits.probeAfter().toNanos();
    }

    /** Lets a call through, or not; each that is let through ends with one of the three below. */
    synchronized boolean enter() {
        if (!admits()) {
            return false;
        }
        probing = open;
        return true;
    }

    synchronized void succeeded() {
        row = 0;
        if (open) {
            open = false;
            calls = 0;
            rate = 0;
        }
        count(0);
        probing = false;
    }

    synchronized void failed() {
        row++;
        lastFailure = ticker.nanos();
        count(1);
        open |= row >= limits.failures() || calls >= limits.window() && rate > limits.rate();
        probing = false;
    }

    /** A call that says nothing about what was called: cancelled, or refused for a fault of its own. */
    synchronized void ended() {
        probing = false;
    }

    private void count(double failure) {
        calls++;
        double weight = Math.max(WEIGHT, 1.0 / calls);
        rate += weight * (failure - rate);
    }
}
