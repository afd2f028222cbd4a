package org.image2ai.model.embedded.inpaint.patch;

import java.util.Arrays;

/**
 * Solves Poisson's equation on the free cells of a grid, with zero on the others and nothing flowing over the edges of
 * the grid: first on a grid half as fine, then by successive over-relaxation from there.
 */
final class Poisson {
    private static final int SWEEPS = 50;
    private static final float RELAXATION = 1.7f;
    private static final int SMALLEST = 8;

    private final int width;
    private final int height;
    private final boolean[] free;
    private final float[] sources;

    /**
     * @param width of the grid
     * @param free row by row, where the solution is not zero
     * @param sources what flows in at each cell: the cell's value times its neighbours, less their values
     */
    Poisson(int width, boolean[] free, float[] sources) {
        this.width = width;
        this.height = free.length / width;
        this.free = free;
        this.sources = sources;
    }

    /** The solution, row by row. */
    float[] solve() {
        float[] values = new float[free.length];
        if (Math.min(width, height) > SMALLEST) {
            float[] coarse = halved().solve();
            for (int i = 0; i < values.length; i++) {
                values[i] = free[i] ? coarse[coarseIndex(i)] : 0;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            relax(values);
        }
        return values;
    }

    private int coarseIndex(int i) {
        return i / width / 2 * ((width + 1) / 2) + i % width / 2;
    }

    private Poisson halved() {
        int w = (width + 1) / 2;
        boolean[] all = new boolean[w * ((height + 1) / 2)];
        float[] sum = new float[all.length];
        Arrays.fill(all, true);
        for (int i = 0; i < free.length; i++) {
            all[coarseIndex(i)] &= free[i];
            sum[coarseIndex(i)] += free[i] ? sources[i] : 0;
        }
        return new Poisson(w, all, sum);
    }

    private void relax(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (free[i]) {
                int x = i % width;
                float sum = sources[i];
                int neighbours = 0;
                if (x > 0) {
                    sum += values[i - 1];
                    neighbours++;
                }
                if (x < width - 1) {
                    sum += values[i + 1];
                    neighbours++;
                }
                if (i >= width) {
                    sum += values[i - width];
                    neighbours++;
                }
                if (i < values.length - width) {
                    sum += values[i + width];
                    neighbours++;
                }
                values[i] += RELAXATION * (sum / neighbours - values[i]);
            }
        }
    }
}
