package org.image2ai.models;

import java.time.Duration;
import java.util.Arrays;

/** How one model of one account did lately at one operation: its breaker, its pause, and how long it takes. */
final class Health {
    private static final double WEIGHT = 0.2;
    private static final long[] CLASSES = {500_000, 1_500_000, 4_500_000};

    private final Breaker breaker;
    private final Ticker ticker;
    private final double[] millis = new double[CLASSES.length + 1];
    private volatile boolean cooling;
    private volatile long coolUntil;

    Health(Breaker.Limits limits, Ticker ticker) {
        this.breaker = new Breaker(limits, ticker);
        this.ticker = ticker;
        Arrays.fill(millis, 0);
    }

    Breaker breaker() {
        return breaker;
    }

    /** Sends no more work for a while, as the vendor asked. */
    void cool(Duration pause) {
        coolUntil = ticker.nanos() + pause.toNanos();
        cooling = true;
    }

    /** What is left of the pause that the vendor asked for; zero when it is over. */
    Duration cooling() {
        if (!cooling) {
            return Duration.ZERO;
        }
        long left = coolUntil - ticker.nanos();
        if (left <= 0) {
            cooling = false;
            return Duration.ZERO;
        }
        return Duration.ofNanos(left);
    }

    boolean isSound() {
        return breaker.isClosed() && !cooling;
    }

    boolean admits() {
        return (!cooling || cooling().isZero()) && breaker.admits();
    }

    synchronized void took(long pixels, double took) {
        int size = sizeClass(pixels);
        millis[size] = millis[size] == 0 ? took : millis[size] + WEIGHT * (took - millis[size]);
    }

    /** How long pictures of that size take lately; 0 when none was made. */
    synchronized double millis(long pixels) {
        return millis[sizeClass(pixels)];
    }

    /** Pictures of about the same size take about as long. */
    private static int sizeClass(long pixels) {
        int size = 0;
        while (size < CLASSES.length && pixels > CLASSES[size]) {
            size++;
        }
        return size;
    }
}
