package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import org.image2ai.model.embedded.illustrator.words.Material;

/**
 * Makes a sprite look as if it were of a material: its lights and darks stay, their colours are those of the material,
 * with the material's grain and gloss.
 */
final class Substance {
    private static final int STEPS = 256;

    private final Color[] ramp = new Color[STEPS];
    private final double grain;
    private final double stretch;
    private final double gloss;
    private final double opacity;

    /** @param stretch how much longer than wide the grain is: wood has long fibres, stone has none */
    private Substance(int[] colours, double grain, double stretch, double gloss, double opacity) {
        for (int i = 0; i < STEPS; i++) {
            double at = i / (STEPS - 1.0) * (colours.length - 1);
            int k = Math.min(colours.length - 2, (int) at);
            ramp[i] = Ink.mix(Ink.rgb(colours[k]), Ink.rgb(colours[k + 1]), at - k);
        }
        this.grain = grain;
        this.stretch = stretch;
        this.gloss = gloss;
        this.opacity = opacity;
    }

    static Optional<Substance> of(Material material) {
        return Optional.ofNullable(
                switch (material) {
                    case OWN -> null;
                    case GOLD ->
                        new Substance(new int[] {0x5a3405, 0xb0700f, 0xeab12c, 0xffe27a, 0xfffbe0}, 0.02, 1, 0.5, 1);
                    case SILVER ->
                        new Substance(new int[] {0x2c3340, 0x6f7a8a, 0xb4bfcc, 0xe8eef5, 0xffffff}, 0.02, 1, 0.5, 1);
                    case BRONZE ->
                        new Substance(new int[] {0x3a1d0c, 0x7d4520, 0xb97338, 0xe2a868, 0xffe6c4}, 0.04, 1, 0.4, 1);
                    case WOOD ->
                        new Substance(new int[] {0x3d2413, 0x6f4526, 0x9c6a3c, 0xc69458, 0xe3bd86}, 0.3, 9, 0, 1);
                    case STONE ->
                        new Substance(new int[] {0x35383d, 0x63676d, 0x8d9197, 0xb3b6ba, 0xd5d7d8}, 0.26, 1, 0, 1);
                    case MARBLE ->
                        new Substance(new int[] {0x8a8c96, 0xbfc1c9, 0xe4e5e9, 0xf6f6f8, 0xffffff}, 0.05, 1, 0.2, 1);
                    case GLASS ->
                        new Substance(new int[] {0x1d5f8c, 0x4a9cc6, 0x8fd0ea, 0xd4f2fc, 0xffffff}, 0, 1, 0.6, 0.74);
                    case ICE ->
                        new Substance(new int[] {0x3c83b8, 0x79b9e0, 0xb5def5, 0xe2f4ff, 0xffffff}, 0.12, 1, 0.5, 0.86);
                    case CHOCOLATE ->
                        new Substance(new int[] {0x23110a, 0x46241a, 0x6b3a28, 0x8c5238, 0xb98060}, 0.02, 1, 0.35, 1);
                });
    }

    void apply(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        double[] range = range(pixels);
        int w = image.getWidth();
        int h = image.getHeight();
        Noise noise = new Noise(7);
        double cell = Math.max(w, h) / 26.0;
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            if (p >>> 24 == 0) {
                continue;
            }
            double x = i % w;
            double y = (double) (i / w);
            double tone = 0.16 + 0.68 * (luminance(p) - range[0]) / Math.max(20, range[1] - range[0]);
            tone += (noise.at(x / cell, y / cell * stretch) - 0.5) * grain * 2;
            tone += gloss * sheen(x / w, y / h);
            pixels[i] = toned(p, tone);
        }
    }

    /** Bands of light across the thing, as on something polished. */
    private static double sheen(double x, double y) {
        double band = Math.sin((x * 1.1 + y * 0.75) * 9.5);
        return Math.max(0, band - 0.35) * 0.9 - 0.12;
    }

    private int toned(int p, double tone) {
        Color c = ramp[(int) Math.max(0, Math.min(STEPS - 1, tone * (STEPS - 1)))];
        int alpha = (int) ((p >>> 24) * Math.min(1, opacity + Math.max(0, tone - 0.75)));
        return alpha << 24 | c.getRGB() & 0xffffff;
    }

    private static double[] range(int[] pixels) {
        double low = 255;
        double high = 0;
        for (int p : pixels) {
            if (p >>> 24 > 200) {
                low = Math.min(low, luminance(p));
                high = Math.max(high, luminance(p));
            }
        }
        return new double[] {low, high};
    }

    private static double luminance(int p) {
        return 0.3 * (p >> 16 & 255) + 0.59 * (p >> 8 & 255) + 0.11 * (p & 255);
    }
}
