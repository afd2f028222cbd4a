package org.image2ai.model.embedded.editor.filter;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Gives what has one colour another one, with its light and shade. */
public final class Recolouring {
    private static final int BINS = 120;
    private static final double NAMED = 0.06;
    private static final double SAME = 0.022;
    private static final double FALL = 0.02;
    private static final double SHADOW = 0.3;
    private static final double SPECK = 0.004;
    private static final double COLOURLESS = 0.16;
    private static final double EDGE = 900;
    private static final double FEWEST = 0.0008;

    private final float[] target;
    private final int[] pixels;
    private double mean;

    private Recolouring(BufferedImage picture, int to) {
        this.pixels = Pixels.of(picture);
        this.target = hsb(to);
    }

    /**
     * Turns one colour of a picture into another, in place.
     *
     * @return whether enough of the first colour was there; else nothing is changed
     */
    public static boolean turn(BufferedImage picture, int from, int to) {
        Recolouring work = new Recolouring(picture, to);
        float[] share = smoothed(work.likeness(work.shown(hsb(from))), picture.getWidth());
        double all = 0;
        for (float one : share) {
            all += one;
        }
        if (all < FEWEST * share.length) {
            return false;
        }
        work.paint(share);
        return true;
    }

    /** Tints a whole picture in place: the hue of a colour, the light and shade of the picture. */
    public static void tint(BufferedImage picture, int to) {
        Recolouring work = new Recolouring(picture, to);
        float[] share = new float[work.pixels.length];
        Arrays.fill(share, 0.85f);
        work.paint(share);
    }

    private static float[] hsb(int rgb) {
        return Color.RGBtoHSB(Pixels.red(rgb), Pixels.green(rgb), Pixels.blue(rgb), null);
    }

    /** The colour that the picture has most of, of those that go by the name of a colour. */
    private float[] shown(float[] named) {
        double[] weight = new double[BINS];
        double[] saturation = new double[BINS];
        float[] own = new float[3];
        for (int p : pixels) {
            Color.RGBtoHSB(Pixels.red(p), Pixels.green(p), Pixels.blue(p), own);
            int bin = (int) (own[0] * BINS) % BINS;
            double strong = own[1] * own[1] * own[2];
            weight[bin] += strong;
            saturation[bin] += strong * own[1];
        }
        int best = -1;
        for (int bin = 0; bin < BINS; bin++) {
            double off = apart((bin + 0.5) / BINS, named[0]);
            weight[bin] *= off < NAMED ? Math.exp(-off * off / (NAMED * NAMED / 4)) : 0;
            best = weight[bin] > 0 && (best < 0 || weight[bin] > weight[best]) ? bin : best;
        }
        if (named[1] < COLOURLESS || best < 0) {
            return named;
        }
        double mean = saturation[best] / Math.max(1e-9, unweighted(best, named, weight));
        return new float[] {(best + 0.5f) / BINS, (float) Math.min(1, mean), named[2]};
    }

    private static double unweighted(int bin, float[] named, double[] weight) {
        double off = apart((bin + 0.5) / BINS, named[0]);
        return weight[bin] / Math.exp(-off * off / (NAMED * NAMED / 4));
    }

    private static double apart(double one, double other) {
        double off = Math.abs(one - other) % 1;
        return Math.min(off, 1 - off);
    }

    /** How much each pixel has the colour, 0 to 1; for grey, black and white how little colour it has. */
    private float[] likeness(float[] from) {
        float[] share = new float[pixels.length];
        float[] own = new float[3];
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            Color.RGBtoHSB(Pixels.red(p), Pixels.green(p), Pixels.blue(p), own);
            share[i] = (float) (from[1] < COLOURLESS ? greyness(own, from[2]) : sameHue(own, from));
        }
        return share;
    }

    private static double greyness(float[] own, double light) {
        double pale = ramp(0.3, 0.16, own[1] * (own[2] < 0.2 ? 0.4 : 1));
        return pale * ramp(0.34, 0.2, Math.abs(own[2] - light));
    }

    private static double sameHue(float[] own, float[] from) {
        double hue = apart(own[0], from[0]);
        double pale = Math.max(0.15, 0.5 * from[1]);
        double near = SAME * (1 + SHADOW * Math.max(0, 1 - own[2]));
        return ramp(near + FALL, near, hue) * ramp(pale, 1.35 * pale, own[1]) * ramp(0.1, 0.2, own[2]);
    }

    /** 0 at the first number, 1 at the second, and even between them. */
    private static double ramp(double none, double all, double value) {
        double t = Math.max(0, Math.min(1, (value - none) / (all - none)));
        return t * t * (3 - 2 * t);
    }

    /** Without specks, and soft at the edge. */
    private static float[] smoothed(float[] share, int width) {
        try (Mats mats = new Mats()) {
            Mat mat = mats.floats(share, width);
            Mat bytes = mats.empty();
            mat.convertTo(bytes, CvType.CV_8U, 255);
            Imgproc.medianBlur(bytes, bytes, 5);
            dropSpecks(mats, bytes);
            bytes.convertTo(mat, CvType.CV_32F, 1 / 255.0);
            double sigma = Math.max(0.7, Math.max(width, share.length / width) / EDGE);
            Imgproc.GaussianBlur(mat, mat, new Size(0, 0), sigma);
            return Mats.floats(mat);
        }
    }

    /** Takes away what is small beside the largest piece. */
    private static void dropSpecks(Mats mats, Mat bytes) {
        Mat pieces = mats.empty();
        Imgproc.threshold(bytes, pieces, 100, 255, Imgproc.THRESH_BINARY);
        Mat labels = mats.empty();
        Mat stats = mats.empty();
        int count = Imgproc.connectedComponentsWithStats(pieces, labels, stats, mats.empty());
        int[][] facts = new int[count][Imgproc.CC_STAT_MAX];
        int largest = 0;
        for (int i = 1; i < count; i++) {
            stats.get(i, 0, facts[i]);
            largest = Math.max(largest, facts[i][Imgproc.CC_STAT_AREA]);
        }
        int[] owner = new int[bytes.rows() * bytes.cols()];
        labels.get(0, 0, owner);
        byte[] values = new byte[owner.length];
        bytes.get(0, 0, values);
        for (int i = 0; i < owner.length; i++) {
            boolean speck = owner[i] > 0 && facts[owner[i]][Imgproc.CC_STAT_AREA] < SPECK * largest;
            values[i] = speck ? 0 : values[i];
        }
        bytes.put(0, 0, values);
    }

    private void paint(float[] share) {
        mean = meanLight(share);
        float[] own = new float[3];
        for (int i = 0; i < pixels.length; i++) {
            if (share[i] > 0.004) {
                int p = pixels[i];
                Color.RGBtoHSB(Pixels.red(p), Pixels.green(p), Pixels.blue(p), own);
                pixels[i] = Pixels.withAlpha(Pixels.mix(p, painted(p, own), share[i]), p);
            }
        }
    }

    private double meanLight(float[] share) {
        double light = 0;
        double all = 1e-6;
        for (int i = 0; i < pixels.length; i++) {
            light += share[i] * Pixels.luma(pixels[i]) / 255;
            all += share[i];
        }
        return light / all;
    }

    /** The wanted colour, lighter and darker as the pixel is against the mean of what is painted; glints stay. */
    private int painted(int pixel, float[] own) {
        int pure = Color.HSBtoRGB(target[0], target[1], target[2]);
        double wanted = Pixels.luma(pure) / 255;
        double relative = Pixels.luma(pixel) / 255 / Math.max(0.04, mean);
        double light = relative <= 1 ? wanted * (0.25 + 0.75 * relative) : lit(wanted, relative - 1);
        double saturation = target[1] < COLOURLESS ? target[1] : target[1] * Math.min(1, 0.45 + own[1]);
        double factor = light / Math.max(0.02, wanted);
        double red = Pixels.red(pure) * factor;
        double green = Pixels.green(pure) * factor;
        double blue = Pixels.blue(pure) * factor;
        double spill = Math.max(0, Math.max(red, Math.max(green, blue)) - 255);
        double grey = 255 * light;
        double k = target[1] < 0.01 ? 1 : saturation / target[1];
        return Pixels.rgb(
                grey + (red - grey) * k + spill * 0.5,
                grey + (green - grey) * k + spill * 0.5,
                grey + (blue - grey) * k + spill * 0.5);
    }

    /** Glints come near to white and never reach it all at once. */
    private static double lit(double wanted, double more) {
        double room = 1 - wanted;
        return wanted + room * (1 - Math.exp(-0.75 * wanted * more / (room + 0.05)));
    }
}
