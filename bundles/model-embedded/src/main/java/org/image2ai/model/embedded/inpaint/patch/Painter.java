package org.image2ai.model.embedded.inpaint.patch;

import java.awt.Rectangle;
import java.util.Arrays;

/** Paints the hole: each pixel as the matches of all patches that it lies in propose. */
final class Painter {
    private static final int R = Level.R;
    private static final int SIDE = 2 * R + 1;
    private static final double FALL = 1.3;

    private final Level level;
    private final Matches matches;
    private final double sharpness;
    private final double[] trust = new double[Byte.MAX_VALUE + 1];
    private final double[] weights = new double[SIDE * SIDE];
    private final double[] colour = new double[3];
    private int left;
    private int right;
    private int top;
    private int bottom;

    /** @param sharpness how much the best proposals outweigh the others; the mean of all at 0 */
    Painter(Level level, Matches matches, double sharpness) {
        this.level = level;
        this.matches = matches;
        this.sharpness = sharpness;
        for (int i = 0; i < trust.length; i++) {
            trust[i] = Math.pow(FALL, -i);
        }
    }

    /** Paints every pixel of the hole. */
    void paint() {
        Rectangle box = matches.box;
        for (int y = box.y; y < box.y + box.height; y++) {
            for (int x = box.x; x < box.x + box.width; x++) {
                if (level.depth[y * level.width + x] > 0) {
                    weigh(x, y, x, y);
                    Arrays.fill(colour, 0.5);
                    add(y * level.width + x, 1, colour);
                    level.rgb[y * level.width + x] = (int) colour[0] << 16 | (int) colour[1] << 8 | (int) colour[2];
                }
            }
        }
    }

    /** The proposed step of each channel from a pixel to its right or lower neighbour; one of the two is in the hole. */
    void step(int x, int y, boolean down, double[] step) {
        int at = y * level.width + x;
        weigh(x, y, down ? x : x + 1, down ? y + 1 : y);
        add(at, -1, step);
        add(down ? at + level.width : at + 1, 1, step);
    }

    /** Weighs the proposals of all patches that hold both pixels; the second is not left of or above the first. */
    private void weigh(int x, int y, int otherX, int otherY) {
        left = Math.max(0, otherX - R);
        right = Math.min(level.width - 1, x + R);
        top = Math.max(0, otherY - R);
        bottom = Math.min(level.height - 1, y + R);
        double best = Double.MAX_VALUE;
        double sum = 0;
        for (int cy = top; cy <= bottom; cy++) {
            for (int cx = left; cx <= right; cx++) {
                double cost = matches.cost(cx, cy);
                best = Math.min(best, cost);
                sum += cost;
            }
        }
        double mean = sum / ((bottom - top + 1) * (right - left + 1));
        spread(best, -sharpness / (mean - best + 1));
    }

    private void spread(double best, double scale) {
        double all = 0;
        int i = 0;
        for (int cy = top; cy <= bottom; cy++) {
            for (int cx = left; cx <= right; cx++) {
                double likeness = Math.exp(scale * (matches.cost(cx, cy) - best));
                weights[i] = likeness * trust[level.depth[cy * level.width + cx]];
                all += weights[i++];
            }
        }
        while (i > 0) {
            weights[--i] /= all;
        }
    }

    private void add(int at, double factor, double[] sum) {
        int i = 0;
        for (int cy = top; cy <= bottom; cy++) {
            for (int cx = left; cx <= right; cx++) {
                double weight = factor * weights[i++];
                int proposed = level.rgb[matches.of(cx, cy) + at - cy * level.width - cx];
                sum[0] += weight * (proposed >> 16 & 0xff);
                sum[1] += weight * (proposed >> 8 & 0xff);
                sum[2] += weight * (proposed & 0xff);
            }
        }
    }
}
