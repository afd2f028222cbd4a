package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.photo.Photo;

/** Sharpness, blur and noise. */
public final class Focus {
    private static final double FINE = 1400;
    private static final double SOFT = 40;
    private static final double MOST_AMOUNT = 1.6;
    private static final int BAND = 192;
    private static final int OVERLAP = 16;
    private static final double NOISE_OF_100 = 18;

    /** Told between two bands of rows; ends the work by an exception where it is not wanted any more. */
    @FunctionalInterface
    public interface Stage {
        /** @param fraction of the work that is done */
        void reached(double fraction);
    }

    private Focus() {}

    /**
     * Sharpens or softens a picture in place.
     *
     * @param amount −100 to 100
     */
    public static void sharpen(BufferedImage picture, double amount) {
        double side = Math.max(picture.getWidth(), picture.getHeight());
        if (amount < 0) {
            blur(picture, -amount / 100 * side / SOFT);
            return;
        }
        try (Mats mats = new Mats()) {
            Mat bgr = mats.bgr(picture);
            Mat blurred = mats.empty();
            double sigma = Math.max(0.9, side / FINE);
            Imgproc.GaussianBlur(bgr, blurred, new Size(0, 0), sigma);
            double k = amount / 100 * MOST_AMOUNT;
            Core.addWeighted(bgr, 1 + k, blurred, -k, 0, bgr);
            Mats.into(picture, bgr);
        }
    }

    /** Blurs a picture in place. */
    public static void blur(BufferedImage picture, double sigma) {
        if (sigma < 0.3) {
            return;
        }
        try (Mats mats = new Mats()) {
            Mat bgr = mats.bgr(picture);
            Imgproc.GaussianBlur(bgr, bgr, new Size(0, 0), sigma);
            Mats.into(picture, bgr);
        }
    }

    /**
     * Takes noise from a picture in place (non-local means: Buades, Coll and Morel 2005), band by band.
     *
     * @param strength 1 to 100
     */
    public static void denoise(BufferedImage picture, double strength, Stage stage) {
        try (Mats mats = new Mats()) {
            Mat bgr = mats.bgr(picture);
            Mat result = mats.of(bgr.rows(), bgr.cols(), CvType.CV_8UC3);
            float h = (float) (strength / 100 * NOISE_OF_100);
            for (int top = 0; top < bgr.rows(); top += BAND) {
                stage.reached((double) top / bgr.rows());
                int bottom = Math.min(bgr.rows(), top + BAND);
                int first = Math.max(0, top - OVERLAP);
                Mat band = mats.keep(bgr.rowRange(first, Math.min(bgr.rows(), bottom + OVERLAP)));
                Mat clean = mats.empty();
                Photo.fastNlMeansDenoisingColored(band, clean, h, h * 1.2f, 5, 15);
                mats.keep(clean.rowRange(top - first, bottom - first)).copyTo(mats.keep(result.rowRange(top, bottom)));
            }
            Mats.into(picture, result);
        }
    }
}
