package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A mask with a soft edge, so that what is changed under it runs into what is not. */
public final class SoftMask {
    private static final double EDGE = 400;

    private final float[] share;

    private SoftMask(float[] share) {
        this.share = share;
    }

    /** Softens a mask that is row by row; nothing outside of it is touched. */
    public static SoftMask of(boolean[] cells, int width) {
        float[] share = new float[cells.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = cells[i] ? 1 : 0;
        }
        try (Mats mats = new Mats()) {
            Mat mat = mats.floats(share, width);
            double sigma = Math.max(1, Math.max(width, share.length / width) / EDGE);
            Imgproc.GaussianBlur(mat, mat, new Size(0, 0), sigma);
            float[] soft = Mats.floats(mat);
            for (int i = 0; i < share.length; i++) {
                share[i] = cells[i] ? Math.max(0, 2 * soft[i] - 1) : 0;
            }
        }
        return new SoftMask(share);
    }

    /** Puts what the mask shows of one picture into another of the same size. */
    public void blend(BufferedImage from, BufferedImage into) {
        int[] changed = Pixels.of(from);
        int[] pixels = Pixels.of(into);
        for (int i = 0; i < pixels.length; i++) {
            if (share[i] > 0) {
                pixels[i] = Pixels.withAlpha(Pixels.mix(pixels[i], changed[i], share[i]), pixels[i]);
            }
        }
    }
}
