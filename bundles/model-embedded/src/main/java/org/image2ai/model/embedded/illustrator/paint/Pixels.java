package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The pixels of a picture as numbers.
 *
 * @param rgb row by row, as 0xRRGGBB
 * @param width in pixels
 * @param height in pixels
 */
record Pixels(int[] rgb, int width, int height) {
    /** The pixels themselves, not a copy: what is written to them is in the picture. */
    static Pixels of(BufferedImage image) {
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new Pixels(data, image.getWidth(), image.getHeight());
    }

    Pixels copy() {
        return new Pixels(rgb.clone(), width, height);
    }

    /** Pixels of a thousandth of the shorter side: what is measured in it looks the same at every size. */
    double unit() {
        return Math.min(width, height) / 1000.0;
    }

    /** The pixel at a place; beyond the rim, the pixel at the rim. */
    int at(int x, int y) {
        return rgb[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))];
    }

    static double luminance(int p) {
        return (0.299 * (p >> 16 & 255) + 0.587 * (p >> 8 & 255) + 0.114 * (p & 255)) / 255;
    }

    static int pack(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    /** Between two pixels: all of the first at 0, all of the second at 1. */
    static int mix(int from, int to, double t) {
        return pack(
                (from >> 16 & 255) + ((to >> 16 & 255) - (from >> 16 & 255)) * t,
                (from >> 8 & 255) + ((to >> 8 & 255) - (from >> 8 & 255)) * t,
                (from & 255) + ((to & 255) - (from & 255)) * t);
    }

    private static int clamp(double value) {
        return value < 0 ? 0 : value > 255 ? 255 : (int) (value + 0.5);
    }

    /** A softened copy: two passes of a box of that radius. */
    Pixels blurred(int radius) {
        if (radius < 1) {
            return copy();
        }
        Pixels once = rows(radius).columns(radius);
        return once.rows(radius).columns(radius);
    }

    private Pixels rows(int radius) {
        int[] out = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            box(out, y * width, 1, width, radius);
        }
        return new Pixels(out, width, height);
    }

    private Pixels columns(int radius) {
        int[] out = new int[rgb.length];
        for (int x = 0; x < width; x++) {
            box(out, x, width, height, radius);
        }
        return new Pixels(out, width, height);
    }

    /** One row or column: a window of sums that moves on by one. */
    private void box(int[] out, int start, int step, int count, int radius) {
        int size = 2 * radius + 1;
        int[] sum = new int[3];
        for (int i = -radius; i <= radius; i++) {
            add(sum, rgb[start + Math.max(0, Math.min(count - 1, i)) * step], 1);
        }
        for (int i = 0; i < count; i++) {
            int half = size / 2;
            out[start + i * step] = (sum[0] + half) / size << 16 | (sum[1] + half) / size << 8 | (sum[2] + half) / size;
            add(sum, rgb[start + Math.min(count - 1, i + radius + 1) * step], 1);
            add(sum, rgb[start + Math.max(0, i - radius) * step], -1);
        }
    }

    private static void add(int[] sum, int p, int sign) {
        sum[0] += sign * (p >> 16 & 255);
        sum[1] += sign * (p >> 8 & 255);
        sum[2] += sign * (p & 255);
    }

    /** How much the colour changes at a pixel, 0 to about 1: the strongest of the three channels. */
    double edge(int x, int y) {
        int left = at(x - 1, y);
        int right = at(x + 1, y);
        int above = at(x, y - 1);
        int below = at(x, y + 1);
        double best = 0;
        for (int s = 0; s <= 16; s += 8) {
            int dx = (right >> s & 255) - (left >> s & 255);
            int dy = (below >> s & 255) - (above >> s & 255);
            best = Math.max(best, Math.hypot(dx, dy));
        }
        return best / 255;
    }
}
