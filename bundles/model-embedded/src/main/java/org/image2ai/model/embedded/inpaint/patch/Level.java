package org.image2ai.model.embedded.inpaint.patch;

import java.awt.Rectangle;

/** A picture and its hole at one resolution. Patches are squares around a pixel, {@link #R} pixels to each side. */
final class Level {
    /** The radius of a patch. */
    static final int R = 3;

    private static final int DEEPEST = 127;
    private static final int PATCH = (2 * R + 1) * (2 * R + 1);
    private static final double ACROSS = 3_000;
    private static final double DOWN = 30_000;

    final int width;
    final int height;
    final int[] rgb;

    /** How many steps it is from the pixel to the nearest known one: 0 outside of the hole, at most {@link #DEEPEST}. */
    final byte[] depth;

    /** Whether the patch around the pixel reaches into the hole. */
    final boolean[] near;

    private final int sources;

    Level(int width, int[] rgb, boolean[] hole) {
        this.width = width;
        this.height = rgb.length / width;
        this.rgb = rgb;
        this.depth = depths(hole);
        this.near = widen(hole);
        this.sources = countSources();
    }

    private byte[] depths(boolean[] hole) {
        byte[] steps = new byte[hole.length];
        for (int i = 0; i < steps.length; i++) {
            int x = i % width;
            steps[i] = hole[i] ? next(x > 0 ? steps[i - 1] : DEEPEST, i >= width ? steps[i - width] : DEEPEST) : 0;
        }
        for (int i = steps.length - 1; i >= 0; i--) {
            int right = i % width < width - 1 ? steps[i + 1] : DEEPEST;
            int below = i < steps.length - width ? steps[i + width] : DEEPEST;
            steps[i] = (byte) Math.min(steps[i], next(right, below));
        }
        return steps;
    }

    private static byte next(int one, int other) {
        return (byte) Math.min(DEEPEST, Math.min(one, other) + 1);
    }

    private boolean[] widen(boolean[] hole) {
        boolean[] across = new boolean[hole.length];
        for (int i = 0; i < hole.length; i++) {
            int x = i % width;
            for (int j = i - Math.min(R, x); hole[i] && j <= i + Math.min(R, width - 1 - x); j++) {
                across[j] = true;
            }
        }
        boolean[] both = new boolean[hole.length];
        for (int i = 0; i < hole.length; i++) {
            int y = i / width;
            for (int dy = -Math.min(R, y); across[i] && dy <= Math.min(R, height - 1 - y); dy++) {
                both[i + dy * width] = true;
            }
        }
        return both;
    }

    private int countSources() {
        int count = 0;
        for (int y = R; y < height - R; y++) {
            for (int x = R; x < width - R; x++) {
                count += near[y * width + x] ? 0 : 1;
            }
        }
        return count;
    }

    /** Whether the patch around the pixel is inside the picture and known throughout, so that it can be copied. */
    boolean isSource(int x, int y) {
        return x >= R && y >= R && x < width - R && y < height - R && !near[y * width + x];
    }

    /** How many patches can be copied. */
    int sources() {
        return sources;
    }

    /** The depth of the deepest pixel of the hole. */
    int thickness() {
        int most = 0;
        for (byte steps : depth) {
            most = Math.max(most, steps);
        }
        return most;
    }

    /** The smallest rectangle around all pixels whose patches reach into the hole. */
    Rectangle nearBounds() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /** The same at half the resolution: a pixel belongs to the hole when one of its four does. */
    Level halved() {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        int[] small = new int[w * h];
        boolean[] hole = new boolean[w * h];
        for (int i = 0; i < small.length; i++) {
            int left = 2 * (i % w);
            int top = 2 * (i / w);
            int right = Math.min(left + 1, width - 1);
            int bottom = Math.min(top + 1, height - 1);
            int[] four = {top * width + left, top * width + right, bottom * width + left, bottom * width + right};
            for (int at : four) {
                hole[i] |= depth[at] > 0;
            }
            small[i] = mean(four);
        }
        return new Level(w, small, hole);
    }

    /**
     * What it costs a patch to come from afar, in the unit of {@link #squared} of a whole patch. Light and ground change
     * with height more than sideways; where a texture has to fit, this weighs next to nothing.
     */
    int remoteness(int across, int down) {
        double x = (double) across / width;
        double y = (double) down / height;
        return (int) (PATCH * (ACROSS * x * x + DOWN * y * y));
    }

    /** The squared difference of two colours. */
    static int squared(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }

    private int mean(int[] at) {
        int red = 2;
        int green = 2;
        int blue = 2;
        for (int i : at) {
            red += rgb[i] >> 16 & 0xff;
            green += rgb[i] >> 8 & 0xff;
            blue += rgb[i] & 0xff;
        }
        return red / 4 << 16 | green / 4 << 8 | blue / 4;
    }
}
