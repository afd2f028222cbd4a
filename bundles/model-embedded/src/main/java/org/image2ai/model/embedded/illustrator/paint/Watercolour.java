package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;

/**
 * Watercolour: outlines waver, washes are uneven, pigment gathers where a colour ends, the paper shows through and
 * stays white at the rim.
 */
final class Watercolour implements Technique {
    private static final int PAPER = 0xfcf9f2;

    private Pixels soft;
    private Pixels wide;
    private Noise noise;
    private double unit;

    @Override
    public void apply(BufferedImage image, long seed) {
        Pixels pixels = Pixels.of(image);
        unit = pixels.unit();
        noise = new Noise(seed);
        soft = wavered(pixels).blurred((int) Math.round(1.4 * unit));
        wide = soft.blurred((int) Math.round(7 * unit));
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int i = y * pixels.width() + x;
                pixels.rgb()[i] = Pixels.mix(PAPER, wash(x, y, i), rim(pixels, x, y));
            }
        }
    }

    private Pixels wavered(Pixels pixels) {
        Pixels out = pixels.copy();
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double u = x / unit;
                double v = y / unit;
                double dx = (noise.at(u / 34, v / 34) - 0.5) * 15 + (noise.at(u / 8, v / 8) - 0.5) * 4;
                double dy = (noise.at(u / 34 + 90, v / 34 + 40) - 0.5) * 15 + (noise.at(u / 8 + 70, v / 8) - 0.5) * 4;
                out.rgb()[y * pixels.width() + x] = pixels.at((int) (x + dx * unit), (int) (y + dy * unit));
            }
        }
        return out;
    }

    /** How thick the pigment lies, as a share of the colour that was there. */
    private int wash(int x, int y, int i) {
        int p = soft.rgb()[i];
        double u = x / unit;
        double v = y / unit;
        double uneven = noise.rough(u / 120, v / 120) - 0.5;
        double bloom = noise.rough(u / 38 + 11, v / 38) - 0.5;
        double grain = noise.at(u / 1.6, v / 1.6) - 0.5;
        double pooled = Math.max(0, Pixels.luminance(wide.rgb()[i]) - Pixels.luminance(p));
        double thick = 0.8 + 0.62 * uneven + 0.26 * bloom + 0.14 * grain + 1.5 * pooled;
        return Pixels.pack(
                tint(PAPER >> 16 & 255, p >> 16 & 255, thick),
                tint(PAPER >> 8 & 255, p >> 8 & 255, thick),
                tint(PAPER & 255, p & 255, thick));
    }

    private static double tint(double paper, double colour, double thick) {
        return paper - (paper - colour * 0.97) * Math.max(0.12, Math.min(1.3, thick));
    }

    /** Whether the brush came here: 0 at the rim of the paper. */
    private double rim(Pixels pixels, int x, int y) {
        double edge = Math.min(Math.min(x, pixels.width() - x), Math.min(y, pixels.height() - y)) / unit;
        double u = x / unit;
        double v = y / unit;
        double reach = 22 + 46 * (noise.rough(u / 46, v / 46) - 0.5) + 8 * (noise.at(u / 6, v / 6) - 0.5);
        return Math.max(0, Math.min(1, (edge - reach) / 5));
    }
}
