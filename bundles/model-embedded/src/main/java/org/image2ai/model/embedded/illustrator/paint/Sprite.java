package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;

/**
 * An icon as pixels, cut to what is not transparent.
 *
 * @param image premultiplied ARGB would lose colours to recolour: plain ARGB
 */
record Sprite(BufferedImage image) {
    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }
}
