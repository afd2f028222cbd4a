package org.image2ai.model.embedded.inpaint;

import java.awt.Rectangle;
import org.image2ai.runtime.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.photo.Photo;

/**
 * OpenCV's fills, which continue the lines at the border of the hole and know no texture: good for scratches, quick.
 * <a href="https://docs.opencv.org/4.9.0/d7/d8b/group__photo__inpaint.html">Reference</a>.
 */
final class OpenCvFill implements Fill {
    private static final int MARGIN = 4;

    private final int method;
    private final int radius;

    private OpenCvFill(int method, int radius) {
        this.method = method;
        this.radius = radius;
    }

    /** Alexandru Telea's fast marching. */
    static OpenCvFill telea(int radius) {
        return new OpenCvFill(Photo.INPAINT_TELEA, radius);
    }

    /** Bertalmio's, after Navier and Stokes. */
    static OpenCvFill navierStokes(int radius) {
        return new OpenCvFill(Photo.INPAINT_NS, radius);
    }

    /** Piece by piece: OpenCV's queue grows slow with the border of what it fills at once, and it cannot be stopped. */
    @Override
    public void fill(int[] rgb, Hole hole, Stage stage) {
        OpenCv.load();
        Pieces pieces = Pieces.of(hole);
        for (int piece = 0; piece < pieces.count(); piece++) {
            stage.reached((double) piece / pieces.count());
            Rectangle part = pieces.bounds(piece);
            part.grow(MARGIN * radius, MARGIN * radius);
            part = part.intersection(new Rectangle(hole.width(), hole.height()));
            Hole cut = hole.within(part);
            byte[] pixels = inpaint(bytes(rgb, hole.width(), part), cut);
            for (int i = 0; i < cut.cells().length; i++) {
                int at = (part.y + i / part.width) * hole.width() + part.x + i % part.width;
                if (pieces.has(piece, at)) {
                    rgb[at] = (pixels[3 * i] & 0xff) << 16 | (pixels[3 * i + 1] & 0xff) << 8 | pixels[3 * i + 2] & 0xff;
                }
            }
        }
    }

    private byte[] inpaint(byte[] pixels, Hole cut) {
        Mat picture = new Mat(cut.height(), cut.width(), CvType.CV_8UC3);
        Mat mask = new Mat(cut.height(), cut.width(), CvType.CV_8UC1);
        Mat result = new Mat();
        try {
            picture.put(0, 0, pixels);
            mask.put(0, 0, cut.bytes());
            Photo.inpaint(picture, mask, result, radius, method);
            result.get(0, 0, pixels);
            return pixels;
        } finally {
            picture.release();
            mask.release();
            result.release();
        }
    }

    private static byte[] bytes(int[] rgb, int width, Rectangle part) {
        byte[] bytes = new byte[3 * part.width * part.height];
        int i = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                int pixel = rgb[y * width + x];
                bytes[i++] = (byte) (pixel >> 16);
                bytes[i++] = (byte) (pixel >> 8);
                bytes[i++] = (byte) pixel;
            }
        }
        return bytes;
    }
}
