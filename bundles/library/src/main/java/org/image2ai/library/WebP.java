package org.image2ai.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.image2ai.runtime.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Writes WebP with OpenCV, which brings libwebp; Java has no writer of its own. */
final class WebP {
    private WebP() {}

    /** @param quality 0 to 100; the writer takes 1 at least */
    static void encode(BufferedImage picture, int quality, OutputStream to) throws IOException {
        OpenCv.load();
        boolean alpha = picture.getColorModel().hasAlpha();
        Mat pixels = new Mat(picture.getHeight(), picture.getWidth(), alpha ? CvType.CV_8UC4 : CvType.CV_8UC3);
        MatOfByte encoded = new MatOfByte();
        MatOfInt parameters = new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, Math.max(1, quality));
        try {
            fill(pixels, picture, alpha);
            if (!Imgcodecs.imencode(".webp", pixels, encoded, parameters)) {
                throw new IOException("the picture could not be written as WebP");
            }
            to.write(encoded.toArray());
        } finally {
            pixels.release();
            encoded.release();
            parameters.release();
        }
    }

    private static void fill(Mat pixels, BufferedImage picture, boolean alpha) {
        int width = picture.getWidth();
        int[] row = new int[width];
        int channels = alpha ? 4 : 3;
        byte[] bytes = new byte[width * channels];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = x * channels;
                bytes[at] = (byte) row[x];
                bytes[at + 1] = (byte) (row[x] >> 8);
                bytes[at + 2] = (byte) (row[x] >> 16);
                if (alpha) {
                    bytes[at + 3] = (byte) (row[x] >> 24);
                }
            }
            pixels.put(y, 0, bytes);
        }
    }
}
