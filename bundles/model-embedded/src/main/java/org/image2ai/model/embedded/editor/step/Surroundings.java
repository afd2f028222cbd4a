package org.image2ai.model.embedded.editor.step;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.filter.Scaling;
import org.image2ai.model.embedded.inpaint.Fill;
import org.image2ai.model.embedded.inpaint.Hole;

/** What may lie around a picture: made of its patches, at a small size where there is much of it. */
final class Surroundings {
    private static final double MOST_PIXELS = 600_000;

    private final BufferedImage picture;
    private final int left;
    private final int up;

    /**
     * @param left where the picture lies in the larger one
     * @param up where the picture lies in the larger one
     */
    Surroundings(BufferedImage picture, int left, int up) {
        this.picture = picture;
        this.left = left;
        this.up = up;
    }

    BufferedImage painted(int width, int height, Fill.Stage stage) {
        BufferedImage whole = Pixels.argb(width, height);
        if (width == picture.getWidth() && height == picture.getHeight()) {
            return picture;
        }
        double factor = Math.min(1, Math.sqrt(MOST_PIXELS / ((double) width * height)));
        BufferedImage filled = filled(width, height, factor, stage);
        whole.createGraphics().drawImage(filled, 0, 0, null);
        put(whole);
        return whole;
    }

    private BufferedImage filled(int width, int height, double factor, Fill.Stage stage) {
        int w = side(width * factor);
        int h = side(height * factor);
        BufferedImage small =
                Scaling.to(picture, side(picture.getWidth() * factor), side(picture.getHeight() * factor));
        Rectangle known = new Rectangle(
                (int) Math.min(w - 1, Math.round(left * factor)),
                (int) Math.min(h - 1, Math.round(up * factor)),
                small.getWidth(),
                small.getHeight());
        BufferedImage canvas = Pixels.argb(w, h);
        canvas.createGraphics().drawImage(small, known.x, known.y, null);
        int[] pixels = Pixels.of(canvas);
        Hole hole = Hole.around(known, w, h);
        Fill.ofTextures().fill(pixels, hole, stage);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xff000000;
        }
        return Scaling.to(canvas, width, height);
    }

    private static int side(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    private void put(BufferedImage whole) {
        whole.getRaster().setRect(left, up, picture.getRaster());
    }
}
