package org.image2ai.model.embedded.illustrator.scene;

import java.util.Random;

/**
 * Chance from a seed. Each part of a picture throws its own dice, so that a change in one part leaves the others as
 * they were.
 */
public final class Dice {
    private final long seed;
    private final Random random;

    /** @param seed the same seed gives the same throws */
    public Dice(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ seed >>> 31);
    }

    /** The dice of a part. */
    public Dice of(String part) {
        return new Dice(seed * 31 + part.hashCode() * 0x5DEECE66DL);
    }

    /** A number of a range. */
    public double in(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /** A whole number from 0 to bound − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something of that probability happens. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
