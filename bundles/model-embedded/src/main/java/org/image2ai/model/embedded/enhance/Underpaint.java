package org.image2ai.model.embedded.enhance;

import java.util.Arrays;

/**
 * Gives pixels that are hardly seen the colour of the nearest pixel that is. Editors leave black under what is clear, and
 * the network would take the border of a cut-out for an edge to black, and draw it. Where a pixel is faint, its colour is
 * known only roughly (premultiplied, opacity 4 leaves 5 shades); it changes no further than that.
 */
final class Underpaint {
    private static final int NONE = -1;
    private static final int SURE = 16;

    private final int[] pixels;
    private final int[] origin;
    private final int width;
    private final int height;

    private Underpaint(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.origin = new int[pixels.length];
    }

    /** Changes colours in place, and no opacity. */
    static void spread(int[] argb, int width, int height) {
        if (Arrays.stream(argb).anyMatch(pixel -> pixel >>> 24 < SURE)) {
            new Underpaint(argb, width, height).spread();
        }
    }

    private void spread() {
        for (int i = 0; i < pixels.length; i++) {
            origin[i] = pixels[i] >>> 24 < SURE ? NONE : i;
        }
        findOrigins();
        for (int i = 0; i < pixels.length; i++) {
            if (origin[i] != i && origin[i] != NONE) {
                pixels[i] = mended(pixels[i], pixels[origin[i]]);
            }
        }
    }

    /** Once from the top left, once from the bottom right: the way of a distance transform. */
    private void findOrigins() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sweep(x, y, -1);
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--) {
                sweep(x, y, 1);
            }
        }
    }

    /** Takes the nearest origin of the four neighbours that this sweep has passed. */
    private void sweep(int x, int y, int step) {
        take(x, y, x + step, y);
        take(x, y, x - step, y + step);
        take(x, y, x, y + step);
        take(x, y, x + step, y + step);
    }

    private void take(int x, int y, int nearX, int nearY) {
        if (nearX >= 0 && nearX < width && nearY >= 0 && nearY < height) {
            int at = y * width + x;
            int candidate = origin[nearY * width + nearX];
            if (distance(x, y, candidate) < distance(x, y, origin[at])) {
                origin[at] = candidate;
            }
        }
    }

    private long distance(int x, int y, int from) {
        if (from == NONE) {
            return Long.MAX_VALUE;
        }
        long across = x - from % width;
        long down = y - from / width;
        return across * across + down * down;
    }

    private static int mended(int faint, int sure) {
        int opacity = faint >>> 24;
        int doubt = opacity == 0 ? 255 : 255 / opacity;
        int colour = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int own = faint >> shift & 255;
            int near = sure >> shift & 255;
            colour |= Math.max(own - doubt, Math.min(own + doubt, near)) << shift;
        }
        return opacity << 24 | colour;
    }
}
