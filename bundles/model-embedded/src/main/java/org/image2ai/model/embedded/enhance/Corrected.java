package org.image2ai.model.embedded.enhance;

/**
 * Another upscaler whose result is drawn back to the picture: made small again, it should be what it was made of. What is
 * missing is enlarged and added (back-projection: Irani and Peleg 1991). Without smoothing that sharpens what a filter
 * has blurred; with it only the colours of areas are mended, and the detail that a network has drawn stays.
 */
final class Corrected implements Upscaler {
    private static final int CHANNELS = 3;

    private final Upscaler upscaler;
    private final Filter filter;
    private final int steps;
    private final int smoothing;

    /**
     * @param steps how often it is drawn back
     * @param smoothing over how many pixels to each side what is missing is averaged, twice
     */
    Corrected(Upscaler upscaler, int steps, int smoothing) {
        this.upscaler = upscaler;
        this.filter = Filter.bicubic(upscaler.scale());
        this.steps = steps;
        this.smoothing = smoothing;
    }

    @Override
    public int scale() {
        return upscaler.scale();
    }

    @Override
    public int reach() {
        return upscaler.reach() + steps * (2 * smoothing + filter.reach());
    }

    @Override
    public float[] enlarge(float[] planes, int width, int height) {
        float[] result = upscaler.enlarge(planes, width, height);
        for (int i = 0; i < steps; i++) {
            float[] missing = missing(planes, result, width);
            if (smoothing > 0) {
                smooth(missing, width, height);
            }
            filter.add(missing, width, height, result);
        }
        return result;
    }

    /** Smoothed, what is missing of an edge would lie as a veil on what is clear next to it. */
    @Override
    public float[] enlargeOpacity(float[] planes, int width, int height) {
        return smoothing > 0 ? upscaler.enlargeOpacity(planes, width, height) : enlarge(planes, width, height);
    }

    /** What the picture has more than the result, whose values are cut to 0 to 1: nobody sees what lies beyond. */
    private float[] missing(float[] planes, float[] result, int width) {
        int scale = scale();
        float part = 1f / (scale * scale);
        float[] missing = planes.clone();
        for (int row = 0; row < planes.length / width * scale; row++) {
            int to = row / scale * width;
            int at = row * width * scale;
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int end = at + scale; at < end; at++) {
                    result[at] = Math.max(0, Math.min(1, result[at]));
                    sum += result[at];
                }
                missing[to + x] -= part * sum;
            }
        }
        return missing;
    }

    private void smooth(float[] planes, int width, int height) {
        float[] line = new float[Math.max(width, height)];
        for (int pass = 0; pass < 2; pass++) {
            for (int row = 0; row < CHANNELS * height; row++) {
                average(planes, row * width, 1, width, line);
            }
            for (int column = 0; column < CHANNELS * width; column++) {
                average(planes, column / width * width * height + column % width, width, height, line);
            }
        }
    }

    /** Averages along a row or column, whose ends are repeated. */
    private void average(float[] planes, int from, int step, int length, float[] line) {
        for (int i = 0; i < length; i++) {
            line[i] = planes[from + i * step];
        }
        int last = length - 1;
        float sum = 0;
        for (int i = -smoothing; i <= smoothing; i++) {
            sum += line[Math.max(0, Math.min(last, i))];
        }
        for (int i = 0; i < length; i++) {
            planes[from + i * step] = sum / (2 * smoothing + 1);
            sum += line[Math.min(last, i + smoothing + 1)] - line[Math.max(0, i - smoothing)];
        }
    }

    @Override
    public void close() {
        upscaler.close();
    }
}
