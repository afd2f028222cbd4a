package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;

/** Poster: a dozen flat inks with clean edges, worn a little, in a frame of paper. */
final class ScreenPrint implements Technique {
    private static final int INKS = 14;
    private static final int PAPER = 0xf6ecd6;
    private static final double FRAME = 34;

    @Override
    public void apply(BufferedImage image, long seed) {
        Pixels pixels = Pixels.of(image);
        double unit = pixels.unit();
        contrast(pixels);
        Pixels smooth = pixels.blurred((int) Math.max(1, Math.round(2 * unit)));
        Swatches inks = Swatches.of(smooth, INKS);
        Pixels flat = smooth.copy();
        for (int i = 0; i < flat.rgb().length; i++) {
            flat.rgb()[i] = Pixels.mix(inks.nearest(smooth.rgb()[i]), 0xffe9c0, 0.07);
        }
        Pixels clean = flat.blurred(1);
        Noise noise = new Noise(seed);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int i = y * pixels.width() + x;
                double worn =
                        noise.at(x / (1.5 * unit), y / (1.5 * unit)) * noise.rough(x / (90 * unit), y / (90 * unit));
                int print = Pixels.mix(clean.rgb()[i], PAPER, Math.max(0, worn - 0.46) * 0.9);
                pixels.rgb()[i] = Pixels.mix(print, PAPER, frame(pixels, x, y, unit));
            }
        }
    }

    private static void contrast(Pixels pixels) {
        for (int i = 0; i < pixels.rgb().length; i++) {
            int p = pixels.rgb()[i];
            double grey = Pixels.luminance(p) * 255;
            double k = 1.14;
            pixels.rgb()[i] = Pixels.pack(
                    stretch(grey + ((p >> 16 & 255) - grey) * k),
                    stretch(grey + ((p >> 8 & 255) - grey) * k),
                    stretch(grey + ((p & 255) - grey) * k));
        }
    }

    private static double stretch(double value) {
        return (value - 128) * 1.1 + 130;
    }

    private static double frame(Pixels pixels, int x, int y, double unit) {
        double edge = Math.min(Math.min(x, pixels.width() - 1 - x), Math.min(y, pixels.height() - 1 - y)) / unit;
        return edge < FRAME ? 1 : 0;
    }
}
