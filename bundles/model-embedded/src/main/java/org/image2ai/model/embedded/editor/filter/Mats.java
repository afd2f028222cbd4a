package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.image2ai.runtime.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** OpenCV's pictures for the length of one piece of work: they lie outside the heap and are all let go at its end. */
public final class Mats implements AutoCloseable {
    private final List<Mat> mats = new ArrayList<>();

    /** Loads OpenCV where that was not done yet. */
    public Mats() {
        OpenCv.load();
    }

    /** An empty one, for results. */
    public Mat empty() {
        return keep(new Mat());
    }

    /** One of that size and type. */
    public Mat of(int rows, int columns, int type) {
        return keep(new Mat(rows, columns, type));
    }

    /** Takes one that must be let go with the others. */
    public Mat keep(Mat mat) {
        mats.add(mat);
        return mat;
    }

    /** The colours of a picture: blue, green, red, 8 bits each. */
    public Mat bgr(BufferedImage argb) {
        int width = argb.getWidth();
        Mat mat = of(argb.getHeight(), width, CvType.CV_8UC3);
        int[] pixels = Pixels.of(argb);
        byte[] row = new byte[3 * width];
        for (int y = 0; y < argb.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                row[3 * x] = (byte) pixel;
                row[3 * x + 1] = (byte) (pixel >> 8);
                row[3 * x + 2] = (byte) (pixel >> 16);
            }
            mat.put(y, 0, row);
        }
        return mat;
    }

    /** Writes colours into a picture of the same size, which keeps its alpha. */
    public static void into(BufferedImage argb, Mat bgr) {
        int width = argb.getWidth();
        int[] pixels = Pixels.of(argb);
        byte[] row = new byte[3 * width];
        for (int y = 0; y < argb.getHeight(); y++) {
            bgr.get(y, 0, row);
            for (int x = 0; x < width; x++) {
                int rgb = (row[3 * x + 2] & 0xff) << 16 | (row[3 * x + 1] & 0xff) << 8 | row[3 * x] & 0xff;
                pixels[y * width + x] = Pixels.withAlpha(rgb, pixels[y * width + x]);
            }
        }
    }

    /** Numbers row by row. */
    public Mat floats(float[] values, int width) {
        Mat mat = of(values.length / width, width, CvType.CV_32F);
        mat.put(0, 0, values);
        return mat;
    }

    /** The numbers of one with one channel, row by row. */
    public static float[] floats(Mat mat) {
        float[] values = new float[mat.rows() * mat.cols()];
        mat.get(0, 0, values);
        return values;
    }

    @Override
    public void close() {
        mats.forEach(Mat::release);
    }
}
