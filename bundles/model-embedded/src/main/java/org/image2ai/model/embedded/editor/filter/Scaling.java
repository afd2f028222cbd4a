package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes pictures larger and smaller without jagged lines, and without colours out of what is transparent. */
public final class Scaling {
    private Scaling() {}

    /** The picture at another size. */
    public static BufferedImage to(BufferedImage picture, int width, int height) {
        if (picture.getWidth() == width && picture.getHeight() == height) {
            return Pixels.copy(picture);
        }
        BufferedImage scaled = Pixels.argb(width, height);
        boolean smaller = (long) width * height < (long) picture.getWidth() * picture.getHeight();
        try (Mats mats = new Mats()) {
            Mat from = mats.of(picture.getHeight(), picture.getWidth(), CvType.CV_8UC4);
            from.put(0, 0, premultiplied(Pixels.of(picture)));
            Mat to = mats.empty();
            Imgproc.resize(
                    from, to, new Size(width, height), 0, 0, smaller ? Imgproc.INTER_AREA : Imgproc.INTER_LANCZOS4);
            byte[] bytes = new byte[4 * width * height];
            to.get(0, 0, bytes);
            straighten(bytes, Pixels.of(scaled));
        }
        return scaled;
    }

    /** The picture at a size that no side of which is longer than that; itself when it has such a size. */
    public static BufferedImage within(BufferedImage picture, int longest) {
        double factor = (double) longest / Math.max(picture.getWidth(), picture.getHeight());
        return factor >= 1
                ? picture
                : to(picture, side(picture.getWidth() * factor), side(picture.getHeight() * factor));
    }

    /** The picture so large that it covers that size, cut to it around its middle. */
    public static BufferedImage covering(BufferedImage picture, int width, int height) {
        double factor = Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
        int w = Math.max(width, side(picture.getWidth() * factor));
        int h = Math.max(height, side(picture.getHeight() * factor));
        return Pixels.copy(to(picture, w, h).getSubimage((w - width) / 2, (h - height) / 2, width, height));
    }

    private static int side(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    private static byte[] premultiplied(int[] pixels) {
        byte[] bytes = new byte[4 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            bytes[4 * i] = (byte) ((pixels[i] & 0xff) * alpha / 255);
            bytes[4 * i + 1] = (byte) ((pixels[i] >> 8 & 0xff) * alpha / 255);
            bytes[4 * i + 2] = (byte) ((pixels[i] >> 16 & 0xff) * alpha / 255);
            bytes[4 * i + 3] = (byte) alpha;
        }
        return bytes;
    }

    private static void straighten(byte[] bytes, int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int alpha = bytes[4 * i + 3] & 0xff;
            double back = alpha == 0 ? 0 : 255.0 / alpha;
            int rgb = Pixels.rgb(
                    (bytes[4 * i + 2] & 0xff) * back, (bytes[4 * i + 1] & 0xff) * back, (bytes[4 * i] & 0xff) * back);
            pixels[i] = rgb & 0xffffff | alpha << 24;
        }
    }
}
