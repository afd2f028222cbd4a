package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Paints each pixel like the calmest of the four squares that meet in it, so that areas become even and edges stay
 * (Kuwahara et al. 1976, with soft weights as in Papari, Petkov and Campisi 2007).
 */
final class Kuwahara {
    private static final int WHITE = 0xffffff;

    private final byte[][] means;
    private final float[][] variances;
    private final int width;
    private final int half;
    private final double[] sum = new double[4];

    private Kuwahara(int width, int half) {
        this.width = width;
        this.half = half;
        this.means = new byte[2][3 * width];
        this.variances = new float[2][width];
    }

    /**
     * Changes a picture in place.
     *
     * @param side of the squares, in pixels
     */
    static void apply(BufferedImage picture, int side) {
        try (Mats mats = new Mats()) {
            Mat bgr = mats.bgr(picture);
            Mat mean = mats.empty();
            Size square = new Size(side, side);
            Imgproc.blur(bgr, mean, square);
            new Kuwahara(picture.getWidth(), side / 2).paint(picture, mean, variance(mats, bgr, square));
        }
    }

    private static Mat variance(Mats mats, Mat bgr, Size square) {
        Mat light = mats.empty();
        Imgproc.cvtColor(bgr, light, Imgproc.COLOR_BGR2GRAY);
        light.convertTo(light, CvType.CV_32F);
        Mat squares = mats.empty();
        Core.multiply(light, light, squares);
        Imgproc.blur(light, light, square);
        Imgproc.blur(squares, squares, square);
        Core.multiply(light, light, light);
        Core.subtract(squares, light, squares);
        return squares;
    }

    private void paint(BufferedImage picture, Mat mean, Mat variance) {
        int[] pixels = Pixels.of(picture);
        int height = picture.getHeight();
        for (int y = 0; y < height; y++) {
            load(0, Math.max(0, y - half), mean, variance);
            load(1, Math.min(height - 1, y + half), mean, variance);
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                pixels[i] = Pixels.withAlpha(colour(x), pixels[i]);
            }
        }
    }

    private void load(int row, int y, Mat mean, Mat variance) {
        mean.get(y, 0, means[row]);
        variance.get(y, 0, variances[row]);
    }

    private int colour(int x) {
        Arrays.fill(sum, 0);
        for (int row = 0; row < 2; row++) {
            add(row, Math.max(0, x - half));
            add(row, Math.min(width - 1, x + half));
        }
        return Pixels.rgb(sum[2] / sum[3], sum[1] / sum[3], sum[0] / sum[3]) & WHITE;
    }

    private void add(int row, int x) {
        double calm = 6 + Math.max(0, variances[row][x]);
        double weight = 1 / (calm * calm * calm);
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] += weight * (means[row][3 * x + channel] & 0xff);
        }
        sum[3] += weight;
    }
}
