package org.image2ai.library;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.image2ai.api.moderation.Content;

/** Makes the small copies that reviewers look at, of pictures that are decoded for another reason anyway. */
final class SmallCopy {
    private SmallCopy() {}

    /** A copy, upright and without transparency, whose longest side is at most {@code side}; none when that is 0. */
    static Optional<Content.Picture> of(BufferedImage picture, int orientation, int side) {
        if (side == 0) {
            return Optional.empty();
        }
        BufferedImage flat = flat(Upright.of(Scaling.fit(picture, side), orientation));
        int[] rgb = flat.getRGB(0, 0, flat.getWidth(), flat.getHeight(), null, 0, flat.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xffffff;
        }
        return Optional.of(new Content.Picture(flat.getWidth(), flat.getHeight(), rgb));
    }

    private static BufferedImage flat(BufferedImage small) {
        if (!small.getColorModel().hasAlpha()) {
            return small;
        }
        BufferedImage flat = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(small, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }
}
