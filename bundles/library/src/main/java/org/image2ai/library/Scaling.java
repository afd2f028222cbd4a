package org.image2ai.library;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller, by halves, so that no pixel is left out. */
final class Scaling {
    private Scaling() {}

    /** The picture so that its longest side is at most {@code side}; never larger than it was. */
    static BufferedImage fit(BufferedImage picture, int side) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        double factor = Math.min(1.0, (double) side / longest);
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage now = picture;
        while (now.getWidth() / 2 >= width && now.getHeight() / 2 >= height && now.getWidth() > 2) {
            now = scaled(now, now.getWidth() / 2, Math.max(1, now.getHeight() / 2));
        }
        return now.getWidth() == width && now.getHeight() == height ? now : scaled(now, width, height);
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        boolean alpha = from.getColorModel().hasAlpha();
        BufferedImage to =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(from, 0, 0, width, height, null);
        g.dispose();
        return to;
    }
}
