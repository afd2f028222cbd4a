package org.image2ai.model.embedded.editor.cutout;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.image2ai.model.embedded.editor.filter.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;

/**
 * A first guess at what a picture shows: what is unlike the colours along its border, rather in the middle. As
 * {@code GrabCut} takes it: sure and probable, subject and background.
 */
final class Guess {
    private static final double RING = 0.05;
    private static final int COLOURS = 5;
    private static final double RARE = 0.07;
    private static final int SEED = 7;

    private final int width;
    private final int height;
    private final float[] lab;
    private final int ring;

    private Guess(BufferedImage small) {
        this.width = small.getWidth();
        this.height = small.getHeight();
        this.ring = (int) Math.max(2, Math.round(RING * Math.min(width, height)));
        this.lab = new float[3 * width * height];
        try (Mats mats = new Mats()) {
            Mat mat = mats.empty();
            mats.bgr(small).convertTo(mat, CvType.CV_32F, 1 / 255.0);
            Imgproc.GaussianBlur(mat, mat, new Size(0, 0), 1.5);
            Imgproc.cvtColor(mat, mat, Imgproc.COLOR_BGR2Lab);
            mat.get(0, 0, lab);
        }
    }

    /** From what a network is sure of. */
    static byte[] ofPeople(float[] sure) {
        byte[] labels = new byte[sure.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)
                    (sure[i] > 0.93
                            ? Imgproc.GC_FGD
                            : sure[i] > 0.5 ? Imgproc.GC_PR_FGD : sure[i] > 0.2 ? Imgproc.GC_PR_BGD : Imgproc.GC_BGD);
        }
        return labels;
    }

    /** From the colours alone. */
    static byte[] of(BufferedImage small) {
        Guess guess = new Guess(small);
        float[] unlike = guess.unlikeBorder();
        double threshold = guess.between(unlike);
        byte[] labels = new byte[unlike.length];
        for (int i = 0; i < labels.length; i++) {
            boolean edge = guess.inRing(i % guess.width, i / guess.width);
            labels[i] = (byte)
                    (edge && unlike[i] < threshold
                            ? Imgproc.GC_BGD
                            : unlike[i] > threshold ? Imgproc.GC_PR_FGD : Imgproc.GC_PR_BGD);
        }
        return labels;
    }

    /** A subject often stands on the lower border, so that says less. */
    private boolean inRing(int x, int y) {
        return x < ring || x >= width - ring || y < ring || y >= height - Math.max(1, ring / 3);
    }

    private float[] unlikeBorder() {
        List<float[]> border = borderColours();
        float[] unlike = new float[width * height];
        for (int i = 0; i < unlike.length; i++) {
            double least = Double.MAX_VALUE;
            for (float[] colour : border) {
                double l = (lab[3 * i] - colour[0]) * 0.7;
                double a = (lab[3 * i + 1] - colour[1]) * 1.3;
                double b = (lab[3 * i + 2] - colour[2]) * 1.3;
                least = Math.min(least, Math.sqrt(l * l + a * a + b * b));
            }
            double dx = (i % width - width / 2.0) / width;
            double dy = (i / width - height * 0.53) / height;
            unlike[i] = (float) (least * Math.exp(-2.4 * (dx * dx + dy * dy)));
        }
        return unlike;
    }

    /** The main colours along the border; a rare one may be the subject, where it is cut off. */
    private List<float[]> borderColours() {
        List<float[]> samples = new ArrayList<>();
        for (int i = 0; i < width * height; i++) {
            if (inRing(i % width, i / width)) {
                samples.add(new float[] {lab[3 * i], lab[3 * i + 1], lab[3 * i + 2]});
            }
        }
        try (Mats mats = new Mats()) {
            Mat data = mats.of(samples.size(), 3, CvType.CV_32F);
            for (int i = 0; i < samples.size(); i++) {
                data.put(i, 0, samples.get(i));
            }
            Mat labels = mats.empty();
            Mat centres = mats.empty();
            int count = Math.min(COLOURS, samples.size());
            Core.setRNGSeed(SEED);
            TermCriteria enough = new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 20, 0.5);
            Core.kmeans(data, count, labels, enough, 2, Core.KMEANS_PP_CENTERS, centres);
            return common(labels, centres, samples.size());
        }
    }

    private static List<float[]> common(Mat labels, Mat centres, int samples) {
        int[] owner = new int[samples];
        labels.get(0, 0, owner);
        int[] size = new int[centres.rows()];
        for (int one : owner) {
            size[one]++;
        }
        List<float[]> colours = new ArrayList<>();
        for (int i = 0; i < size.length; i++) {
            if (size[i] >= RARE * samples) {
                float[] colour = new float[3];
                centres.get(i, 0, colour);
                colours.add(colour);
            }
        }
        return colours;
    }

    /** The threshold that parts the values best (Otsu 1979). */
    private double between(float[] values) {
        float most = 1e-3f;
        for (float value : values) {
            most = Math.max(most, value);
        }
        try (Mats mats = new Mats()) {
            Mat bytes = mats.empty();
            mats.floats(values, width).convertTo(bytes, CvType.CV_8U, 255 / most);
            return most * Imgproc.threshold(bytes, mats.empty(), 0, 255, Imgproc.THRESH_OTSU) / 255;
        }
    }
}
