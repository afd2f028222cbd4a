package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.photo.Photo;

/** Pencils and brushes. Each changes a picture in place. */
final class Strokes {
    private static final double PENCIL_TIP = 90;
    private static final double BRUSH = 190;
    private static final double DETAIL = 0.3;
    private static final double LINE = 480;
    private static final int LEVELS = 5;
    private static final int WASH = 1400;
    private static final int PAPER = 0xfffdf8;
    private static final int PAPER_SEED = 1520;

    private Strokes() {}

    static void pencil(BufferedImage picture) {
        float[] drawn = drawing(picture);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Pixels.withAlpha(Pixels.mix(0x26262a, PAPER, drawn[i]), pixels[i]);
        }
    }

    static void colourPencil(BufferedImage picture) {
        float[] drawn = drawing(picture);
        new Tone(30, 0, 45, 0).apply(picture);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            int wash = Pixels.mix(pixels[i], PAPER, 0.34);
            double light = 0.2 + 0.8 * drawn[i];
            int rgb = Pixels.rgb(Pixels.red(wash) * light, Pixels.green(wash) * light, Pixels.blue(wash) * light);
            pixels[i] = Pixels.withAlpha(rgb, pixels[i]);
        }
    }

    /** How light a pencil drawing is, 0 to 1: what is darker than its surroundings is drawn, and so are shadows. */
    private static float[] drawing(BufferedImage picture) {
        double tip = Math.max(2, side(picture) / PENCIL_TIP);
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(mats.bgr(picture), grey, Imgproc.COLOR_BGR2GRAY);
            Mat light = mats.empty();
            grey.convertTo(light, CvType.CV_32F, 1 / 255.0);
            Mat around = mats.empty();
            Imgproc.GaussianBlur(light, around, new Size(0, 0), tip);
            float[] here = Mats.floats(light);
            float[] mean = Mats.floats(around);
            SplittableRandom random = new SplittableRandom(PAPER_SEED);
            for (int i = 0; i < here.length; i++) {
                double line = Math.pow(Math.min(1, (here[i] + 0.03) / (mean[i] + 0.03)), 2.6);
                double shade = 1 - 0.88 * Math.pow(1 - here[i], 4.5);
                double tooth = 1 - 0.09 * random.nextDouble() * (1.15 - here[i]);
                here[i] = (float) Math.max(0, Math.min(1, line * shade * tooth));
            }
            return here;
        }
    }

    static void painting(BufferedImage picture) {
        int[] detail = Pixels.of(picture).clone();
        int brush = (int) Math.max(3, Math.round(side(picture) / BRUSH));
        Kuwahara.apply(picture, brush + 1);
        Kuwahara.apply(picture, brush);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Pixels.withAlpha(Pixels.mix(pixels[i], detail[i], DETAIL), pixels[i]);
        }
        new Tone(2, 16, 16, 2).apply(picture);
        Focus.sharpen(picture, 55);
        canvas(picture, 0.05);
    }

    /** The wash is soft: a small size is enough for it, and takes a tenth of the memory. */
    static void watercolour(BufferedImage picture) {
        float[] drawn = drawing(picture);
        BufferedImage small = Pixels.copy(Scaling.within(picture, WASH));
        try (Mats mats = new Mats()) {
            Mat washed = mats.empty();
            Photo.edgePreservingFilter(mats.bgr(small), washed, Photo.RECURS_FILTER, 50, 0.35f);
            Mats.into(small, washed);
        }
        int[] wash = Pixels.of(Scaling.to(small, picture.getWidth(), picture.getHeight()));
        int[] all = Pixels.of(picture);
        for (int i = 0; i < all.length; i++) {
            all[i] = Pixels.withAlpha(wash[i], all[i]);
        }
        Kuwahara.apply(picture, (int) Math.max(3, Math.round(side(picture) / BRUSH)));
        new Tone(34, 0, 34, 2).apply(picture);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            int wet = Pixels.mix(pixels[i], PAPER, 0.2);
            pixels[i] = Pixels.withAlpha(Pixels.mix(0x2b2f3a, wet, 0.55 + 0.45 * drawn[i]), pixels[i]);
        }
        canvas(picture, 0.045);
    }

    static void cartoon(BufferedImage picture) {
        Kuwahara.apply(picture, (int) Math.max(3, Math.round(side(picture) / BRUSH)));
        float[] lines = lines(picture);
        new Tone(8, 12, 38, 0).apply(picture);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double luma = Math.max(1, Pixels.luma(pixels[i]));
            double step = stepped(luma / 255) * 255 / luma;
            double ink = lines[i] * step;
            int rgb = Pixels.rgb(
                    Pixels.red(pixels[i]) * ink, Pixels.green(pixels[i]) * ink, Pixels.blue(pixels[i]) * ink);
            pixels[i] = Pixels.withAlpha(rgb, pixels[i]);
        }
    }

    /** Few levels of light with soft steps between them. */
    private static double stepped(double light) {
        double scaled = light * LEVELS;
        double whole = Math.floor(scaled);
        double rest = scaled - whole;
        return (whole + 1 / (1 + Math.exp(-9 * (rest - 0.5)))) / LEVELS;
    }

    /** Dark lines on 1 where the light changes fast (difference of two blurs: Winnemöller 2011). */
    private static float[] lines(BufferedImage picture) {
        double width = Math.max(1, side(picture) / LINE);
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(mats.bgr(picture), grey, Imgproc.COLOR_BGR2GRAY);
            Imgproc.medianBlur(grey, grey, 5);
            Mat light = mats.empty();
            grey.convertTo(light, CvType.CV_32F, 1 / 255.0);
            Mat fine = mats.empty();
            Mat coarse = mats.empty();
            Imgproc.GaussianBlur(light, fine, new Size(0, 0), width);
            Imgproc.GaussianBlur(light, coarse, new Size(0, 0), width * 1.6);
            float[] one = Mats.floats(fine);
            float[] other = Mats.floats(coarse);
            for (int i = 0; i < one.length; i++) {
                double edge = one[i] - other[i] + 0.008;
                one[i] = (float) (edge >= 0 ? 1 : Math.max(0.08, 1 + Math.tanh(edge * 130)));
            }
            return one;
        }
    }

    /** The tooth of paper or canvas. */
    private static void canvas(BufferedImage picture, double depth) {
        SplittableRandom random = new SplittableRandom(PAPER_SEED);
        int[] pixels = Pixels.of(picture);
        int width = picture.getWidth();
        for (int i = 0; i < pixels.length; i++) {
            double weave = Math.sin(i % width * 1.9) * Math.sin(i / width * 1.9) * 0.5 + random.nextDouble() - 0.5;
            double light = 1 + depth * weave;
            int rgb = Pixels.rgb(
                    Pixels.red(pixels[i]) * light, Pixels.green(pixels[i]) * light, Pixels.blue(pixels[i]) * light);
            pixels[i] = Pixels.withAlpha(rgb, pixels[i]);
        }
    }

    private static double side(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }
}
