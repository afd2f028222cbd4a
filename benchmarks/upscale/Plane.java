package org.image2ai.model.embedded.enhance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * A picture as levels of 0 to 255: red, green and blue, each row by row.
 *
 * @param levels of every colour
 */
record Plane(int width, int height, double[][] levels) {
    private static final int WINDOW = 5;
    private static final double SIGMA = 1.5;

    static Plane of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double[][] levels = new double[3][width * height];
        for (int i = 0; i < width * height; i++) {
            int pixel = picture.getRGB(i % width, i / width);
            for (int colour = 0; colour < 3; colour++) {
                levels[colour][i] = pixel >> 16 - 8 * colour & 255;
            }
        }
        return new Plane(width, height, levels);
    }

    byte[] png() throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int pixel = 0;
            for (double[] colour : levels) {
                pixel = pixel << 8 | (int) Math.max(0, Math.min(255, Math.round(colour[i])));
            }
            picture.setRGB(i % width, i / width, pixel);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /** Made smaller as in the literature: by the cubic filter, stretched over what becomes one pixel. */
    Plane smaller(int by) {
        double[][] small = new double[3][];
        for (int colour = 0; colour < 3; colour++) {
            double[] narrow = narrower(levels[colour], width, height, by);
            small[colour] = turned(narrower(turned(narrow, width / by, height), height, width / by, by), height / by, width / by);
        }
        return new Plane(width / by, height / by, small);
    }

    private static double[] narrower(double[] plane, int width, int height, int by) {
        double[] narrow = new double[width / by * height];
        for (int i = 0; i < narrow.length; i++) {
            int row = i / (width / by) * width;
            double middle = (i % (width / by) + 0.5) * by - 0.5;
            double sum = 0;
            double weights = 0;
            for (int x = (int) Math.ceil(middle - 2 * by); x <= middle + 2 * by; x++) {
                double weight = Filter.cubic(Math.abs(x - middle) / by);
                sum += weight * plane[row + Math.max(0, Math.min(width - 1, x))];
                weights += weight;
            }
            narrow[i] = sum / weights;
        }
        return narrow;
    }

    /** Rows become columns. */
    private static double[] turned(double[] plane, int width, int height) {
        double[] turned = new double[plane.length];
        for (int i = 0; i < plane.length; i++) {
            turned[i % width * height + i / width] = plane[i];
        }
        return turned;
    }

    /** Over all colours. */
    double psnr(Plane other) {
        double squares = 0;
        for (int colour = 0; colour < 3; colour++) {
            for (int i = 0; i < width * height; i++) {
                squares += Math.pow(levels[colour][i] - other.levels[colour][i], 2);
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * width * height / squares);
    }

    /** Of the luma, under a Gaussian window of 11 by 11: Wang et al. 2004. */
    double ssim(Plane other) {
        double[] one = luma();
        double[] two = other.luma();
        double sum = 0;
        for (int y = WINDOW; y < height - WINDOW; y++) {
            for (int x = WINDOW; x < width - WINDOW; x++) {
                sum += ssim(one, two, x, y);
            }
        }
        return sum / (width - 2 * WINDOW) / (height - 2 * WINDOW);
    }

    private double ssim(double[] one, double[] two, int x, int y) {
        double[] sums = new double[6];
        for (int i = 0; i < 121; i++) {
            int across = i % 11 - WINDOW;
            int down = i / 11 - WINDOW;
            double weight = Math.exp(-(across * across + down * down) / (2 * SIGMA * SIGMA));
            double a = one[(y + down) * width + x + across];
            double b = two[(y + down) * width + x + across];
            double[] terms = {1, a, b, a * a, b * b, a * b};
            for (int term = 0; term < 6; term++) {
                sums[term] += weight * terms[term];
            }
        }
        double a = sums[1] / sums[0];
        double b = sums[2] / sums[0];
        double varianceA = sums[3] / sums[0] - a * a;
        double varianceB = sums[4] / sums[0] - b * b;
        double covariance = sums[5] / sums[0] - a * b;
        double c1 = Math.pow(0.01 * 255, 2);
        double c2 = Math.pow(0.03 * 255, 2);
        return (2 * a * b + c1) * (2 * covariance + c2) / ((a * a + b * b + c1) * (varianceA + varianceB + c2));
    }

    private double[] luma() {
        double[] luma = new double[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299 * levels[0][i] + 0.587 * levels[1][i] + 0.114 * levels[2][i];
        }
        return luma;
    }
}
