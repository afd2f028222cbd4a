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
    private static final double BROADEST = 70;
    private static final double EVERYWHERE = -1;
    private static final double RELIEF = 0.22;
    private static final double RIDGE = 9;
    private static final double LINE = 640;
    private static final int LEVELS = 7;
    private static final int PASSES = 3;
    private static final int INK = 0x2a2026;
    private static final int EASEL = 2000;
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

    /** A painting is no finer than its brushes: a moderate size is enough for it, and takes less memory. */
    static void painting(BufferedImage picture) {
        BufferedImage original = Pixels.copy(Scaling.within(picture, EASEL));
        BufferedImage canvas = Pixels.copy(original);
        Brush brush = new Brush(canvas);
        double side = side(original);
        brush.layer(original, radius(side / BROADEST), EVERYWHERE);
        brush.layer(original, radius(side / BROADEST / 2.2), 16);
        brush.layer(original, radius(side / BROADEST / 5), 13);
        relief(canvas, side);
        int[] painted = Pixels.of(Scaling.to(canvas, picture.getWidth(), picture.getHeight()));
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Pixels.withAlpha(painted[i], pixels[i]);
        }
        new Tone(2, 10, 18, 2).apply(picture);
        canvas(picture, 0.04);
    }

    private static int radius(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }

    /** Light from above left on the ridges of the paint. */
    private static void relief(BufferedImage picture, double side) {
        int far = radius(side / 900);
        int width = picture.getWidth();
        int[] pixels = Pixels.of(picture);
        int[] flat = pixels.clone();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int before = Math.max(0, y - far) * width + Math.max(0, x - far);
                double light =
                        Math.max(-RIDGE, Math.min(RIDGE, RELIEF * (Pixels.luma(flat[i]) - Pixels.luma(flat[before]))));
                int rgb = Pixels.rgb(
                        Pixels.red(flat[i]) + light, Pixels.green(flat[i]) + light, Pixels.blue(flat[i]) + light);
                pixels[i] = Pixels.withAlpha(rgb, pixels[i]);
            }
        }
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
        even(picture);
        float[] lines = lines(picture);
        new Tone(10, 12, 34, 0).apply(picture);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double luma = Math.max(1, Pixels.luma(pixels[i]));
            double step = stepped(luma / 255) * 255 / luma;
            int flat = Pixels.rgb(
                    Pixels.red(pixels[i]) * step, Pixels.green(pixels[i]) * step, Pixels.blue(pixels[i]) * step);
            pixels[i] = Pixels.withAlpha(Pixels.mix(INK, flat, lines[i]), pixels[i]);
        }
    }

    /** Even areas with sharp edges: the bilateral filter, several times. */
    private static void even(BufferedImage picture) {
        int across = (int) Math.max(5, Math.min(15, side(picture) / 100)) | 1;
        try (Mats mats = new Mats()) {
            Mat one = mats.bgr(picture);
            Mat other = mats.empty();
            for (int i = 0; i < PASSES; i++) {
                Imgproc.bilateralFilter(one, other, across, 26, across / 2.0);
                Imgproc.bilateralFilter(other, one, across, 26, across / 2.0);
            }
            Mats.into(picture, one);
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
        double width = Math.max(0.9, side(picture) / LINE);
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(mats.bgr(picture), grey, Imgproc.COLOR_BGR2GRAY);
            Mat light = mats.empty();
            grey.convertTo(light, CvType.CV_32F, 1 / 255.0);
            Mat fine = mats.empty();
            Mat coarse = mats.empty();
            Imgproc.GaussianBlur(light, fine, new Size(0, 0), width);
            Imgproc.GaussianBlur(light, coarse, new Size(0, 0), width * 1.6);
            float[] one = Mats.floats(fine);
            float[] other = Mats.floats(coarse);
            for (int i = 0; i < one.length; i++) {
                double edge = one[i] - other[i] + 0.012;
                one[i] = (float) (edge >= 0 ? 1 : Math.max(0.12, 1 + Math.tanh(edge * 70)));
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
