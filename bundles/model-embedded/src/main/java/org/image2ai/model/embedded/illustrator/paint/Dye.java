package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Gives a sprite another colour: the colour that it mostly has is turned, the others stay. */
final class Dye {
    private static final int BINS = 36;
    private static final double NEAR = 0.11;
    private static final double SAME = 0.07;
    private static final double COLOURLESS = 0.16;
    private static final double PETALS = 0.2;

    private static final double BIG_HEADED = 0.5;
    private static final double SKIN_FROM = 0.055;
    private static final double SKIN_TO = 0.155;

    private final int[] pixels;
    private final float[] target;

    /** The first pixel that may change. */
    private final int first;

    private final boolean person;

    private Dye(BufferedImage image, int rgb, boolean person) {
        this.person = person;
        this.first = person ? (int) (image.getHeight() * head(image)) * image.getWidth() : 0;
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.target = Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
    }

    /** Dyes the sprite in place; one that has the colour already stays as it is. */
    static void apply(Sprite sprite, int rgb) {
        new Dye(sprite.image(), rgb, false).run();
    }

    /** Dyes what a person has on, not skin and hair. */
    static void clothes(Sprite sprite, int rgb) {
        new Dye(sprite.image(), rgb, true).run();
    }

    /** How much of a person is head: of most drawings half, of slim ones less. */
    private static double head(BufferedImage image) {
        return image.getWidth() > image.getHeight() * BIG_HEADED ? 0.52 : 0.3;
    }

    private void run() {
        double hue = mainHue();
        boolean grey = hue < 0;
        if (!grey && target[1] > COLOURLESS && distance(hue, target[0]) < SAME) {
            return;
        }
        float mean = grey ? meanGrey() : 0;
        float[] hsb = new float[3];
        for (int i = first; i < pixels.length; i++) {
            int p = pixels[i];
            if (p >>> 24 == 0) {
                continue;
            }
            Color.RGBtoHSB(p >> 16 & 255, p >> 8 & 255, p & 255, hsb);
            double weight = grey ? greyWeight(hsb, mean) : hueWeight(hsb, hue);
            if (weight > 0) {
                pixels[i] = p & 0xff000000 | blend(p, dyed(hsb, mean), weight);
            }
        }
    }

    private int dyed(float[] hsb, float mean) {
        if (target[1] <= COLOURLESS) {
            float level = target[2] > 0.8 ? 0.82f + 0.18f * hsb[2] : target[2] * (0.55f + 0.6f * hsb[2]);
            return Color.HSBtoRGB(0.63f, target[2] < 0.3 ? 0.12f : 0.03f, Math.min(1, level));
        }
        float relative = mean > 0 ? hsb[2] / mean : hsb[2];
        float brightness = Math.min(1, relative * (0.45f + 0.55f * target[2]));
        float saturation = mean > 0 ? target[1] * 0.9f : Math.min(1, hsb[1] * 0.35f + target[1] * 0.65f);
        return Color.HSBtoRGB(target[0], saturation, brightness);
    }

    private static int blend(int from, int to, double weight) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            result |= (int) Math.round(a + (b - a) * weight) << shift;
        }
        return result;
    }

    /** The hue of most of the coloured pixels, or −1 when most have none. */
    private double mainHue() {
        double[] bins = new double[BINS];
        int coloured = 0;
        int white = 0;
        int all = 0;
        float[] hsb = new float[3];
        for (int i = first; i < pixels.length; i++) {
            int p = pixels[i];
            if (p >>> 24 < 200) {
                continue;
            }
            all++;
            Color.RGBtoHSB(p >> 16 & 255, p >> 8 & 255, p & 255, hsb);
            white += hsb[1] <= COLOURLESS && hsb[2] > 0.7 ? 1 : 0;
            boolean skin = person && hsb[0] > SKIN_FROM && hsb[0] < SKIN_TO;
            if (hsb[1] > COLOURLESS && hsb[2] > 0.2 && !skin) {
                coloured++;
                bins[(int) (hsb[0] * BINS) % BINS] += hsb[1];
            }
        }
        if (coloured < all * (person ? 0.08 : 0.3)) {
            return -1;
        }
        int best = 0;
        for (int i = 1; i < BINS; i++) {
            best = bins[i] > bins[best] ? i : best;
        }
        double hue = (best + 0.5) / BINS;
        // The colour of a white flower is that of its petals, not of its leaves.
        return isLeaf(hue) && white > all * PETALS ? -1 : hue;
    }

    private static boolean isLeaf(double hue) {
        return hue > 0.2 && hue < 0.45;
    }

    private float meanGrey() {
        double sum = 0;
        int count = 0;
        float[] hsb = new float[3];
        for (int p : pixels) {
            Color.RGBtoHSB(p >> 16 & 255, p >> 8 & 255, p & 255, hsb);
            if (p >>> 24 > 200 && hsb[1] <= COLOURLESS && hsb[2] > 0.3) {
                sum += hsb[2];
                count++;
            }
        }
        return count == 0 ? 1 : (float) Math.max(0.4, sum / count);
    }

    private static double greyWeight(float[] hsb, float mean) {
        return hsb[1] > COLOURLESS * 1.6 || hsb[2] < Math.min(0.28, mean * 0.5) ? 0 : 1;
    }

    private static double hueWeight(float[] hsb, double hue) {
        if (hsb[1] < COLOURLESS * 0.6 || hsb[2] < 0.16) {
            return 0;
        }
        double d = distance(hsb[0], hue);
        return d < NEAR ? 1 : Math.max(0, 1 - (d - NEAR) / 0.03);
    }

    private static double distance(double a, double b) {
        double d = Math.abs(a - b) % 1;
        return Math.min(d, 1 - d);
    }
}
