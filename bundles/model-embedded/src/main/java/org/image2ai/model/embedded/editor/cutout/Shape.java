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
     * @param solid whether what the subject encloses belongs to it
     * @param labels the guess, a label of GrabCut for each pixel; it must hold probable subject and background
     */
    static float[] of(BufferedImage small, byte[] labels, boolean solid) {
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
            return cleaned(mats, mask, solid);
        }
    }

    /** Without threads and specks, and without pinholes. */
    private static float[] cleaned(Mats mats, Mat mask, boolean solid) {
        Mat disc = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(3, 3)));
        Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_OPEN, disc);
        keep(mats, mask, Shape::isLarge);
        Core.bitwise_not(mask, mask);
        keep(mats, mask, solid ? Shape::touchesBorder : Shape::isLarge);
        Core.bitwise_not(mask, mask);
        Mat floats = mats.empty();
        mask.convertTo(floats, CvType.CV_32F, 1.0 / INSIDE);
        return Mats.floats(floats);
    }

    @FunctionalInterface
    private interface Piece {
        /** @param share of the area of the largest piece */
        boolean isKept(Rect box, Mat mask, double share);
    }

    private static boolean isLarge(Rect box, Mat mask, double share) {
        return share >= SPECK;
    }

    private static boolean touchesBorder(Rect box, Mat mask, double share) {
        return box.x == 0 || box.y == 0 || box.x + box.width == mask.cols() || box.y + box.height == mask.rows();
    }

    private static void keep(Mats mats, Mat mask, Piece piece) {
        Mat labels = mats.empty();
        Mat stats = mats.empty();
        int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, mats.empty());
        int[][] facts = new int[count][Imgproc.CC_STAT_MAX];
        int largest = 1;
        for (int i = 1; i < count; i++) {
            stats.get(i, 0, facts[i]);
            largest = Math.max(largest, facts[i][Imgproc.CC_STAT_AREA]);
        }
        boolean[] kept = new boolean[count];
        for (int i = 1; i < count; i++) {
            Rect box = new Rect(facts[i][0], facts[i][1], facts[i][2], facts[i][3]);
            kept[i] = piece.isKept(box, mask, (double) facts[i][Imgproc.CC_STAT_AREA] / largest);
        }
        int[] owner = new int[mask.rows() * mask.cols()];
        labels.get(0, 0, owner);
        byte[] bytes = new byte[owner.length];
        for (int i = 0; i < owner.length; i++) {
            bytes[i] = (byte) (kept[owner[i]] ? INSIDE : 0);
        }
        mask.put(0, 0, bytes);
    }
}
