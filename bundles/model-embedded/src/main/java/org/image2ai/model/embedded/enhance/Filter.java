package org.image2ai.model.embedded.enhance;

import java.util.function.DoubleUnaryOperator;

/**
 * Enlarges by a weighted mean of the pixels near each new one, first across, then down. Pixels of one phase, those that
 * lie alike between the old ones, share their weights.
 */
final class Filter implements Upscaler {
    private static final int CHANNELS = 3;

    private final int scale;
    private final int radius;

    /** By phase, and how far the first of its pixels lies before the one that is enlarged. */
    private final float[][] weights;

    private final int[] before;

    private Filter(int scale, int radius, DoubleUnaryOperator kernel) {
        this.scale = scale;
        this.radius = radius;
        this.weights = new float[scale][];
        this.before = new int[scale];
        for (int phase = 0; phase < scale; phase++) {
            double middle = (phase + 0.5) / scale - 0.5;
            before[phase] = middle < 0 ? radius : radius - 1;
            weights[phase] = weights(kernel, middle + before[phase]);
        }
    }

    /** Lanczos with three lobes. */
    static Filter lanczos(int scale) {
        return new Filter(scale, 3, x -> Math.abs(x) >= 3 ? 0 : sinc(x) * sinc(x / 3));
    }

    /** The cubic of Catmull and Rom, which most programs mean by bicubic. */
    static Filter bicubic(int scale) {
        return new Filter(scale, 2, x -> cubic(Math.abs(x)));
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** @param x the distance, at least 0 */
    static double cubic(double x) {
        if (x >= 2) {
            return 0;
        }
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
    }

    /** Of as many pixels as the kernel covers, the first at 0; their sum is 1. */
    private float[] weights(DoubleUnaryOperator kernel, double middle) {
        double[] exact = new double[2 * radius];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = kernel.applyAsDouble(i - middle);
            sum += exact[i];
        }
        float[] rounded = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            rounded[i] = (float) (exact[i] / sum);
        }
        return rounded;
    }

    @Override
    public int scale() {
        return scale;
    }

    @Override
    public int reach() {
        return radius;
    }

    @Override
    public float[] enlarge(float[] planes, int width, int height) {
        float[] result = new float[planes.length * scale * scale];
        add(planes, width, height, result);
        return result;
    }

    /** Adds what it makes of planes to others that are already large. */
    void add(float[] planes, int width, int height, float[] sum) {
        int wide = width * scale;
        float[] rows = new float[wide * height];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int plane = channel * width * height;
            for (int y = 0; y < height; y++) {
                across(planes, plane + y * width, width, rows, y * wide);
            }
            for (int y = 0; y < height * scale; y++) {
                down(rows, wide, y, sum, (channel * height * scale + y) * wide);
            }
        }
    }

    private void across(float[] planes, int from, int width, float[] rows, int to) {
        float[] padded = new float[width + 2 * radius];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = planes[from + Math.max(0, Math.min(width - 1, i - radius))];
        }
        for (int phase = 0; phase < scale; phase++) {
            float[] weight = weights[phase];
            int first = radius - before[phase];
            for (int x = 0; x < width; x++) {
                float value = 0;
                for (int i = 0; i < weight.length; i++) {
                    value += weight[i] * padded[first + x + i];
                }
                rows[to + x * scale + phase] = value;
            }
        }
    }

    private void down(float[] rows, int wide, int y, float[] sum, int to) {
        float[] weight = weights[y % scale];
        int last = rows.length / wide - 1;
        for (int i = 0; i < weight.length; i++) {
            int row = Math.max(0, Math.min(last, y / scale + i - before[y % scale])) * wide;
            float factor = weight[i];
            for (int x = 0; x < wide; x++) {
                sum[to + x] += factor * rows[row + x];
            }
        }
    }
}
