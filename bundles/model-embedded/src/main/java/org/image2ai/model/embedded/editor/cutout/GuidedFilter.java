package org.image2ai.model.embedded.editor.cutout;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.image2ai.model.embedded.editor.filter.Mats;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Gives a coarse mask the edges of a picture: in every small window it is made a linear function of the colours (He, Sun
 * and Tang, "Guided image filtering", 2010). Worked out at a small size and used at the full one (He and Sun 2015).
 */
final class GuidedFilter {
    private final int width;
    private final Size window;
    private final float[][] planes;
    private final float epsilon;

    /**
     * @param small the picture, small
     * @param radius of the windows, in pixels of it
     * @param epsilon how much a colour must vary to count
     */
    GuidedFilter(BufferedImage small, int radius, float epsilon) {
        this.width = small.getWidth();
        this.window = new Size(2.0 * radius + 1, 2.0 * radius + 1);
        this.epsilon = epsilon;
        int[] pixels = Pixels.of(small);
        this.planes = new float[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[0][i] = Pixels.red(pixels[i]) / 255f;
            planes[1][i] = Pixels.green(pixels[i]) / 255f;
            planes[2][i] = Pixels.blue(pixels[i]) / 255f;
        }
    }

    /**
     * The mask at the size of the whole picture.
     *
     * @param mask of the size of the small picture, 0 to 1
     */
    float[] refine(float[] mask, BufferedImage whole) {
        float[][] factors = factors(mask);
        try (Mats mats = new Mats()) {
            Mat[] large = new Mat[factors.length];
            for (int k = 0; k < large.length; k++) {
                large[k] = mats.empty();
                Mat mean = mats.floats(factors[k], width);
                Imgproc.blur(mean, mean, window);
                Imgproc.resize(mean, large[k], new Size(whole.getWidth(), whole.getHeight()));
            }
            return applied(large, whole);
        }
    }

    private static float[] applied(Mat[] factors, BufferedImage whole) {
        int[] pixels = Pixels.of(whole);
        float[] refined = new float[pixels.length];
        float[][] row = new float[factors.length][whole.getWidth()];
        for (int i = 0; i < refined.length; i++) {
            int x = i % whole.getWidth();
            if (x == 0) {
                for (int k = 0; k < row.length; k++) {
                    factors[k].get(i / whole.getWidth(), 0, row[k]);
                }
            }
            int p = pixels[i];
            refined[i] = (row[0][x] * Pixels.red(p) + row[1][x] * Pixels.green(p) + row[2][x] * Pixels.blue(p)) / 255
                    + row[3][x];
        }
        return refined;
    }

    /** Three factors of the colours and one constant for each window. */
    private float[][] factors(float[] mask) {
        float[][] mean = new float[4][];
        float[][] withMask = new float[3][];
        for (int k = 0; k < 3; k++) {
            mean[k] = box(planes[k]);
            withMask[k] = box(product(planes[k], mask));
        }
        mean[3] = box(mask);
        float[][] squares = new float[6][];
        int n = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                squares[n++] = box(product(planes[a], planes[b]));
            }
        }
        float[][] factors = new float[4][mask.length];
        for (int i = 0; i < mask.length; i++) {
            solve(i, mean, withMask, squares, factors);
        }
        return factors;
    }

    private void solve(int i, float[][] mean, float[][] withMask, float[][] squares, float[][] factors) {
        double red = mean[0][i];
        double green = mean[1][i];
        double blue = mean[2][i];
        double rr = squares[0][i] - red * red + epsilon;
        double rg = squares[1][i] - red * green;
        double rb = squares[2][i] - red * blue;
        double gg = squares[3][i] - green * green + epsilon;
        double gb = squares[4][i] - green * blue;
        double bb = squares[5][i] - blue * blue + epsilon;
        double r = withMask[0][i] - red * mean[3][i];
        double g = withMask[1][i] - green * mean[3][i];
        double b = withMask[2][i] - blue * mean[3][i];
        double c0 = gg * bb - gb * gb;
        double c1 = gb * rb - rg * bb;
        double c2 = rg * gb - gg * rb;
        double inverse = 1 / (rr * c0 + rg * c1 + rb * c2);
        factors[0][i] = (float) ((c0 * r + c1 * g + c2 * b) * inverse);
        factors[1][i] = (float) ((c1 * r + (rr * bb - rb * rb) * g + (rg * rb - rr * gb) * b) * inverse);
        factors[2][i] = (float) ((c2 * r + (rg * rb - rr * gb) * g + (rr * gg - rg * rg) * b) * inverse);
        factors[3][i] = (float) (mean[3][i] - factors[0][i] * red - factors[1][i] * green - factors[2][i] * blue);
    }

    private float[] box(float[] values) {
        try (Mats mats = new Mats()) {
            Mat mat = mats.floats(values, width);
            Imgproc.blur(mat, mat, window);
            return Mats.floats(mat);
        }
    }

    private static float[] product(float[] one, float[] other) {
        float[] product = Arrays.copyOf(one, one.length);
        for (int i = 0; i < product.length; i++) {
            product[i] *= other[i];
        }
        return product;
    }
}
