package org.image2ai.model.embedded.editor.cutout;

import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.editor.filter.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The shape of the subject at a small size: GrabCut (Rother, Kolmogorov and Blake 2004) upon a first guess. */
final class Shape {
    private static final int ROUNDS = 5;
    private static final int SEED = 11;
    private static final double SPECK = 0.12;
    private static final int INSIDE = 255;

    private Shape() {}

    /**
     * The subject as 1, the rest as 0, row by row.
     *
     * @param labels the guess, a label of GrabCut for each pixel; it must hold probable subject and background
     */
    static float[] of(BufferedImage small, byte[] labels) {
        try (Mats mats = new Mats()) {
            Mat mask = mats.of(small.getHeight(), small.getWidth(), CvType.CV_8UC1);
            mask.put(0, 0, labels);
            Core.setRNGSeed(SEED);
            Rect unused = new Rect();
            Imgproc.grabCut(
                    mats.bgr(small), mask, unused, mats.empty(), mats.empty(), ROUNDS, Imgproc.GC_INIT_WITH_MASK);
            mask.get(0, 0, labels);
            for (int i = 0; i < labels.length; i++) {
                boolean in = labels[i] == Imgproc.GC_FGD || labels[i] == Imgproc.GC_PR_FGD;
                labels[i] = (byte) (in ? INSIDE : 0);
            }
            mask.put(0, 0, labels);
            return cleaned(mats, mask);
        }
    }

    /** Without threads and specks, and without pinholes. */
    private static float[] cleaned(Mats mats, Mat mask) {
        Mat disc = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(3, 3)));
        Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_OPEN, disc);
        keepLarge(mats, mask);
        Core.bitwise_not(mask, mask);
        keepLarge(mats, mask);
        Core.bitwise_not(mask, mask);
        Mat floats = mats.empty();
        mask.convertTo(floats, CvType.CV_32F, 1.0 / INSIDE);
        return Mats.floats(floats);
    }

    private static void keepLarge(Mats mats, Mat mask) {
        Mat labels = mats.empty();
        Mat stats = mats.empty();
        int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, mats.empty());
        int[] facts = new int[count * Imgproc.CC_STAT_MAX];
        stats.get(0, 0, facts);
        int largest = 0;
        for (int i = 1; i < count; i++) {
            largest = Math.max(largest, facts[i * Imgproc.CC_STAT_MAX + Imgproc.CC_STAT_AREA]);
        }
        int[] owner = new int[mask.rows() * mask.cols()];
        labels.get(0, 0, owner);
        byte[] kept = new byte[owner.length];
        for (int i = 0; i < owner.length; i++) {
            int area = facts[owner[i] * Imgproc.CC_STAT_MAX + Imgproc.CC_STAT_AREA];
            kept[i] = (byte) (owner[i] > 0 && area >= SPECK * largest ? INSIDE : 0);
        }
        mask.put(0, 0, kept);
    }
}
