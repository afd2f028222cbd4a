package org.image2ai.model.embedded.inpaint.patch;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Evens out the steps of light where patches from different places meet, and at the border of the hole: the fill is
 * changed smoothly until neighbouring pixels differ as they do inside the patches. After Pérez, Gangnet and Blake,
 * "Poisson image editing" (2003).
 */
final class Seams {
    private static final double MOST = 8;
    private static final int UNIT = 16;
    private static final double NEAR = 40;

    private final Level level;
    private final Rectangle box;
    private final boolean[] free;
    private final double[] step = new double[3];
    private final short[][] faults = new short[3][];

    private Seams(Level level, Rectangle box) {
        this.level = level;
        this.box = box;
        this.free = new boolean[box.width * box.height];
        for (int i = 0; i < free.length; i++) {
            free[i] = level.depth[at(i)] > 0;
        }
        Arrays.setAll(faults, channel -> new short[free.length]);
    }

    /** Evens out the fill that was painted by these matches. */
    static void mend(Level level, Matches matches, Painter painter) {
        Seams seams = new Seams(level, matches.box);
        seams.find(painter);
        for (int channel = 0; channel < 3; channel++) {
            seams.correct(channel);
        }
    }

    private int at(int i) {
        return (box.y + i / box.width) * level.width + box.x + i % box.width;
    }

    private void find(Painter painter) {
        for (int i = 0; i < free.length; i++) {
            if (i % box.width < box.width - 1 && (free[i] || free[i + 1])) {
                compare(i, i + 1, painter);
            }
            if (i + box.width < free.length && (free[i] || free[i + box.width])) {
                compare(i, i + box.width, painter);
            }
        }
    }

    /** A large fault is an edge where two things meet: it is not spread over the fill. */
    private void compare(int i, int other, Painter painter) {
        Arrays.fill(step, 0);
        painter.step(box.x + i % box.width, box.y + i / box.width, other != i + 1, step);
        for (int channel = 0; channel < 3; channel++) {
            double painted = colour(other, channel) - colour(i, channel);
            double fault = Math.max(-MOST, Math.min(MOST, step[channel] - painted));
            faults[channel][i] -= (short) Math.round(UNIT * fault);
            faults[channel][other] += (short) Math.round(UNIT * fault);
        }
    }

    private int colour(int i, int channel) {
        return level.rgb[at(i)] >> shift(channel) & 0xff;
    }

    private static int shift(int channel) {
        return 16 - 8 * channel;
    }

    private void correct(int channel) {
        float[] sources = new float[free.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = faults[channel][i] / (float) UNIT;
        }
        float[] change = new Poisson(box.width, free, sources).solve();
        for (int i = 0; i < change.length; i++) {
            if (free[i]) {
                double corrected = Math.max(0, Math.min(255, colour(i, channel) + near(i) * change[i]));
                level.rgb[at(i)] =
                        level.rgb[at(i)] & ~(0xff << shift(channel)) | (int) Math.round(corrected) << shift(channel);
            }
        }
    }

    /** Far from what is known small faults add up to a cast of their own; there the fill stays as it was copied. */
    private double near(int i) {
        double far = level.depth[at(i)] / NEAR;
        return 1 / (1 + far * far * far);
    }
}
