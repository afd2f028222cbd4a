package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;

/** Pixel art: large square pixels of few colours, with ordered dither between them. */
final class PixelGrid implements Technique {
    private static final double CELLS = 144;
    private static final int COLOURS = 40;
    private static final int[][] ORDER = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};

    @Override
    public void apply(BufferedImage image, long seed) {
        Pixels pixels = Pixels.of(image);
        int cell = (int) Math.max(2, Math.round(Math.min(pixels.width(), pixels.height()) / CELLS));
        Pixels coarse = coarse(pixels, cell);
        Swatches swatches = Swatches.of(coarse, COLOURS);
        for (int y = 0; y < coarse.height(); y++) {
            for (int x = 0; x < coarse.width(); x++) {
                double dither = (ORDER[y & 3][x & 3] / 15.0 - 0.5) * 13;
                int p = coarse.at(x, y);
                int dithered = Pixels.pack((p >> 16 & 255) + dither, (p >> 8 & 255) + dither, (p & 255) + dither);
                fill(pixels, x * cell, y * cell, cell, swatches.nearest(dithered));
            }
        }
    }

    /** The mean of each cell, a little more colourful. */
    private static Pixels coarse(Pixels pixels, int cell) {
        int w = (pixels.width() + cell - 1) / cell;
        int h = (pixels.height() + cell - 1) / cell;
        int[] out = new int[w * h];
        for (int i = 0; i < out.length; i++) {
            double[] sum = new double[3];
            for (int k = 0; k < cell * cell; k++) {
                int p = pixels.at(i % w * cell + k % cell, i / w * cell + k / cell);
                sum[0] += p >> 16 & 255;
                sum[1] += p >> 8 & 255;
                sum[2] += p & 255;
            }
            double n = cell * cell;
            double grey = (sum[0] + sum[1] + sum[2]) / n / 3;
            out[i] = Pixels.pack(
                    grey + (sum[0] / n - grey) * 1.2,
                    grey + (sum[1] / n - grey) * 1.2,
                    grey + (sum[2] / n - grey) * 1.2);
        }
        return new Pixels(out, w, h);
    }

    private static void fill(Pixels pixels, int left, int top, int cell, int colour) {
        for (int y = top; y < Math.min(top + cell, pixels.height()); y++) {
            for (int x = left; x < Math.min(left + cell, pixels.width()); x++) {
                pixels.rgb()[y * pixels.width() + x] = colour;
            }
        }
    }
}
