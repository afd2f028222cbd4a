package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;

/** Line art: outlines in ink on paper, and hatching where it is dark. */
final class PenAndInk implements Technique {
    private static final int PAPER = 0xfdfbf4;
    private static final int INK = 0x20232e;

    private Noise noise;
    private double unit;
    private double[] tones;

    @Override
    public void apply(BufferedImage image, long seed) {
        Pixels pixels = Pixels.of(image);
        unit = pixels.unit();
        noise = new Noise(seed);
        Pixels clean = pixels.blurred((int) Math.max(1, Math.round(unit)));
        Pixels soft = pixels.blurred((int) Math.round(3 * unit));
        tones = tones(soft);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int i = y * pixels.width() + x;
                double line = outline(clean, x, y);
                double hatch = hatch(x / unit, y / unit, tone(soft.rgb()[i]));
                pixels.rgb()[i] = Pixels.mix(PAPER, INK, Math.max(line, hatch * 0.8));
            }
        }
    }

    private double outline(Pixels clean, int x, int y) {
        double wobble = 0.8 + 0.4 * noise.at(x / (40 * unit), y / (40 * unit));
        return Math.max(0, Math.min(1, (clean.edge(x, y) - 0.045) * 13 * wobble));
    }

    /** The tones below which a quarter, and a tenth, of the picture lies: what is dark is dark for this picture. */
    private static double[] tones(Pixels soft) {
        int[] bins = new int[256];
        for (int p : soft.rgb()) {
            bins[(int) (Pixels.luminance(p) * 255)]++;
        }
        double[] at = {0.1, 0.3, 0.5};
        double[] found = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            long sum = 0;
            int level = 0;
            while (level < 255 && sum + bins[level] < at[k] * soft.rgb().length) {
                sum += bins[level++];
            }
            found[k] = Math.min(level / 255.0, 0.62 - 0.12 * (at.length - k));
        }
        return found;
    }

    /** How many layers of hatching a tone needs, 0 to 3. */
    private double tone(int p) {
        double l = Pixels.luminance(p);
        double layers = 0;
        for (double limit : tones) {
            layers += Math.max(0, Math.min(1, (limit - l) * 14 + 0.5));
        }
        return layers;
    }

    private double hatch(double u, double v, double layers) {
        double shake = (noise.at(u / 26, v / 26) - 0.5) * 3;
        double ink = layers > 0.1 ? stroke(u + v + shake, 8.5, layers) : 0;
        if (layers > 1.6) {
            ink = Math.max(ink, stroke(u - v + shake, 8.5, layers - 1.2));
        }
        return layers > 2.5 ? Math.max(ink, stroke(v * 1.4 + shake, 7, layers - 2.1)) : ink;
    }

    private static double stroke(double at, double gap, double weight) {
        double distance = Math.abs(at / gap - Math.floor(at / gap) - 0.5) * gap;
        return Math.max(0, Math.min(1, 0.5 + Math.min(1, weight) * 1.1 - distance));
    }
}
