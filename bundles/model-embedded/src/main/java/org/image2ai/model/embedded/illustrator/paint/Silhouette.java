package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The shape of a sprite in one colour, small and therefore soft when it is drawn large: a shadow. */
final class Silhouette {
    private static final int MARGIN = 3;

    private Silhouette() {}

    /**
     * A soft silhouette.
     *
     * @param coarse how many pixels of the sprite one of its pixels is
     * @param far how much of the colour is left at the top: a shadow fades with distance
     */
    static BufferedImage of(Sprite sprite, Color colour, double coarse, double far) {
        int w = (int) Math.max(1, sprite.width() / coarse);
        int h = (int) Math.max(1, sprite.height() / coarse);
        BufferedImage small = new BufferedImage(w + 2 * MARGIN, h + 2 * MARGIN, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(sprite.image(), MARGIN, MARGIN, w, h, null);
        g.dispose();
        int[] pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            double t = (double) (i / small.getWidth()) / small.getHeight();
            double alpha = (pixels[i] >>> 24) * (far + (1 - far) * t) * colour.getAlpha() / 255;
            pixels[i] = (int) alpha << 24 | colour.getRGB() & 0xffffff;
        }
        return small;
    }

    /** How much larger than the sprite the silhouette with its margin is. */
    static double margin(int side, double coarse) {
        double inner = Math.max(1, (int) (side / coarse));
        return (inner + 2 * MARGIN) / inner;
    }
}
