package org.image2ai.model.embedded.inpaint;

import java.awt.Rectangle;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** The connected pieces of a hole. */
final class Pieces {
    private final int[] labels;
    private final int[] stats;

    private Pieces(int[] labels, int[] stats) {
        this.labels = labels;
        this.stats = stats;
    }

    /** Finds them; OpenCV must be loaded. */
    static Pieces of(Hole hole) {
        Mat mask = new Mat(hole.height(), hole.width(), CvType.CV_8UC1);
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centroids = new Mat();
        try {
            mask.put(0, 0, hole.bytes());
            Imgproc.connectedComponentsWithStats(mask, labels, stats, centroids);
            int[] numbers = new int[hole.cells().length];
            labels.get(0, 0, numbers);
            int[] facts = new int[stats.rows() * stats.cols()];
            stats.get(0, 0, facts);
            return new Pieces(numbers, facts);
        } finally {
            mask.release();
            labels.release();
            stats.release();
            centroids.release();
        }
    }

    /** How many there are; OpenCV's first component is what is not the hole. */
    int count() {
        return stats.length / Imgproc.CC_STAT_MAX - 1;
    }

    /** The smallest rectangle around a piece. */
    Rectangle bounds(int piece) {
        int row = (piece + 1) * Imgproc.CC_STAT_MAX;
        return new Rectangle(
                stats[row + Imgproc.CC_STAT_LEFT],
                stats[row + Imgproc.CC_STAT_TOP],
                stats[row + Imgproc.CC_STAT_WIDTH],
                stats[row + Imgproc.CC_STAT_HEIGHT]);
    }

    /** Whether a pixel, counted row by row, belongs to a piece. */
    boolean has(int piece, int at) {
        return labels[at] == piece + 1;
    }
}
