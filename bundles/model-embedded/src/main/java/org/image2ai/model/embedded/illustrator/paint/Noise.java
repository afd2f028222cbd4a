package org.image2ai.model.embedded.illustrator.paint;

import java.util.Random;

/** Smooth noise of 0 to 1 over the plane, the same for the same seed. */
final class Noise {
    private static final int SIZE = 256;

    private final float[] lattice = new float[SIZE * SIZE];

    Noise(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.nextFloat();
        }
    }

    /** One octave: hills of about one unit. */
    double at(double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double u = smooth(x - x0);
        double v = smooth(y - y0);
        double top = value(x0, y0) + (value(x0 + 1, y0) - value(x0, y0)) * u;
        double low = value(x0, y0 + 1) + (value(x0 + 1, y0 + 1) - value(x0, y0 + 1)) * u;
        return top + (low - top) * v;
    }

    /** Three octaves: hills with hills on them. */
    double rough(double x, double y) {
        return 0.57 * at(x, y) + 0.29 * at(x * 2 + 31, y * 2 + 17) + 0.14 * at(x * 4 + 7, y * 4 + 53);
    }

    private double value(int x, int y) {
        return lattice[(y & SIZE - 1) * SIZE + (x & SIZE - 1)];
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
