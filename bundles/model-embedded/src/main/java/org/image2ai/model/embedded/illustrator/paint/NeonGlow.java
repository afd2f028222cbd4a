package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Night neon: surfaces sink into the dark, outlines become tubes of light that shine on what is near. */
final class NeonGlow implements Technique {
    private static final int DARK = 0x0b0620;

    @Override
    public void apply(BufferedImage image, long seed) {
        Pixels pixels = Pixels.of(image);
        double unit = pixels.unit();
        Pixels base = pixels.blurred((int) Math.round(unit));
        Pixels tubes = tubes(base);
        Pixels near = tubes.blurred(Math.max(1, (int) Math.round(3 * unit)));
        Pixels far = tubes.blurred(Math.max(2, (int) Math.round(16 * unit)));
        for (int i = 0; i < pixels.rgb().length; i++) {
            int surface = Pixels.mix(DARK, base.rgb()[i], 0.42);
            pixels.rgb()[i] = sum(surface, tubes.rgb()[i], near.rgb()[i], far.rgb()[i]);
        }
    }

    private static Pixels tubes(Pixels base) {
        Pixels out = base.copy();
        for (int y = 0; y < base.height(); y++) {
            for (int x = 0; x < base.width(); x++) {
                double strength = Math.max(0, Math.min(1, (base.edge(x, y) - 0.035) * 8));
                int light = strength == 0 ? 0 : shining(brighter(base, x, y));
                out.rgb()[y * base.width() + x] = Pixels.mix(0, light, strength);
            }
        }
        return out;
    }

    /** An edge has the colour of its brighter side. */
    private static int brighter(Pixels base, int x, int y) {
        int best = base.at(x, y);
        int[][] around = {{-3, 0}, {3, 0}, {0, -3}, {0, 3}};
        for (int[] d : around) {
            int p = base.at(x + d[0], y + d[1]);
            best = Pixels.luminance(p) > Pixels.luminance(best) ? p : best;
        }
        return best;
    }

    private static int shining(int p) {
        float[] hsb = Color.RGBtoHSB(p >> 16 & 255, p >> 8 & 255, p & 255, null);
        float hue = hsb[1] < 0.16f ? 0.5f : hsb[0];
        return Color.HSBtoRGB(hue, Math.min(1, 0.62f + hsb[1] * 0.3f), 1) & 0xffffff;
    }

    private static int sum(int surface, int tube, int near, int far) {
        double[] c = new double[3];
        for (int k = 0; k < 3; k++) {
            int s = 16 - 8 * k;
            c[k] = (surface >> s & 255) + 0.75 * (tube >> s & 255) + 0.95 * (near >> s & 255) + 1.15 * (far >> s & 255);
        }
        return Pixels.pack(c[0], c[1], c[2]);
    }
}
