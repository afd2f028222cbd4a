package org.image2ai.model.embedded.editor.cutout;

import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.editor.filter.Mats;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How much of each pixel belongs to the subject.
 *
 * @param alpha 0 to 1, row by row
 * @param found what was taken for the subject: {@code people} or {@code subject}
 */
public record Matte(float[] alpha, String found) {
    private static final double SURE = 0.96;
    private static final double REACH = 0.012;

    /** The subject on transparency; at its edge the colours are those of the subject, without the background's. */
    public BufferedImage cut(BufferedImage picture) {
        float[][] own = spread(picture, true);
        BufferedImage cut = Pixels.argb(picture.getWidth(), picture.getHeight());
        int[] from = Pixels.of(picture);
        int[] to = Pixels.of(cut);
        for (int i = 0; i < to.length; i++) {
            double share = alpha[i] * (from[i] >>> 24) / 255;
            to[i] = (edge(from[i], own, i) & 0xffffff) | (int) Math.round(255 * share) << 24;
        }
        return cut;
    }

    private int edge(int pixel, float[][] own, int i) {
        double known = own[3][i];
        if (alpha[i] > SURE || known < 1e-3) {
            return pixel;
        }
        int clean = Pixels.rgb(own[0][i] / known, own[1][i] / known, own[2][i] / known);
        return Pixels.mix(pixel, clean, Math.min(1, (1 - alpha[i]) * 1.6));
    }

    /** The background alone, as if the subject were not there: its colours blurred into the subject's place. */
    public BufferedImage background(BufferedImage picture) {
        float[][] own = spread(picture, false);
        BufferedImage bare = Pixels.copy(picture);
        int[] to = Pixels.of(bare);
        for (int i = 0; i < to.length; i++) {
            double known = own[3][i];
            if (alpha[i] > 0.01 && known > 1e-4) {
                int clean = Pixels.rgb(own[0][i] / known, own[1][i] / known, own[2][i] / known);
                to[i] = Pixels.mix(to[i], clean, Math.min(1, alpha[i] * 4)) & 0xffffff | to[i] & 0xff000000;
            }
        }
        return bare;
    }

    /** The colours of what is surely subject, or surely not, spread around; and how much of them is at each pixel. */
    private float[][] spread(BufferedImage picture, boolean subject) {
        int[] pixels = Pixels.of(picture);
        float[][] planes = new float[4][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            float sure = (subject ? alpha[i] > SURE : alpha[i] < 1 - SURE) ? 1 : 0;
            planes[0][i] = sure * Pixels.red(pixels[i]);
            planes[1][i] = sure * Pixels.green(pixels[i]);
            planes[2][i] = sure * Pixels.blue(pixels[i]);
            planes[3][i] = sure;
        }
        double side = Math.max(picture.getWidth(), picture.getHeight());
        for (int k = 0; k < planes.length; k++) {
            planes[k] = spread(planes[k], picture.getWidth(), subject ? REACH * side : 0.08 * side);
        }
        return planes;
    }

    /** Near colours count far more than those from afar, which only fill what nothing else reaches. */
    private static float[] spread(float[] plane, int width, double sigma) {
        try (Mats mats = new Mats()) {
            Mat mat = mats.floats(plane, width);
            double shrink = Math.max(1, sigma / 6);
            Size small = new Size(
                    Math.max(1, Math.round(mat.cols() / shrink)), Math.max(1, Math.round(mat.rows() / shrink)));
            Mat near = mats.empty();
            Imgproc.resize(mat, near, small, 0, 0, Imgproc.INTER_AREA);
            Mat far = mats.empty();
            Imgproc.GaussianBlur(near, far, new Size(0, 0), 4 * sigma / shrink);
            Imgproc.GaussianBlur(near, near, new Size(0, 0), Math.max(0.5, sigma / shrink / 2));
            Core.addWeighted(near, 1, far, 0.01, 0, near, CvType.CV_32F);
            Mat large = mats.empty();
            Imgproc.resize(near, large, mat.size());
            return Mats.floats(large);
        }
    }
}
