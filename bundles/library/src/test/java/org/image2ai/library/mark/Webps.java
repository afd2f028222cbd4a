package org.image2ai.library.mark;

import org.image2ai.runtime.opencv.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** WebP files of each kind, and what libwebp reads from one. */
final class Webps {
    private static final int LOSSLESS = 101;

    private Webps() {}

    /** A simple file of lossy pixels. */
    static byte[] lossy(int width, int height) {
        return encoded(width, height, 3, 80);
    }

    /** A simple file of lossless pixels. */
    static byte[] lossless(int width, int height) {
        return encoded(width, height, 3, LOSSLESS);
    }

    /** A simple file of lossless pixels, some of them transparent. */
    static byte[] losslessAlpha(int width, int height) {
        return encoded(width, height, 4, LOSSLESS);
    }

    /** An extended file, since lossy pixels keep their transparency beside them. */
    static byte[] lossyAlpha(int width, int height) {
        return encoded(width, height, 4, 80);
    }

    private static byte[] encoded(int width, int height, int channels, int quality) {
        OpenCv.load();
        Mat pixels = new Mat(height, width, CvType.CV_8UC(channels));
        Core.setRNGSeed(7);
        Core.randu(pixels, 0, 255);
        MatOfByte out = new MatOfByte();
        if (!Imgcodecs.imencode(".webp", pixels, out, new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, quality))) {
            throw new IllegalStateException("no WebP was written");
        }
        return out.toArray();
    }

    /** All that a decoder sees: size, channels, pixels. */
    static String decoded(byte[] webp) {
        OpenCv.load();
        Mat pixels = Imgcodecs.imdecode(new MatOfByte(webp), Imgcodecs.IMREAD_UNCHANGED);
        byte[] bytes = new byte[(int) (pixels.total() * pixels.channels())];
        pixels.get(0, 0, bytes);
        return pixels.size() + " " + pixels.channels() + " " + java.util.Arrays.hashCode(bytes);
    }
}
