package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Pixels;

/**
 * Mirrors the picture.
 *
 * @param horizontal whether left and right change places, else top and bottom
 */
public record Flip(boolean horizontal) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("flip", "direction", horizontal ? "horizontal" : "vertical");
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage flipped = Pixels.argb(width, height);
        int[] from = Pixels.of(picture);
        int[] to = Pixels.of(flipped);
        for (int i = 0; i < to.length; i++) {
            int x = horizontal ? width - 1 - i % width : i % width;
            int y = horizontal ? i / width : height - 1 - i / width;
            to[i] = from[y * width + x];
        }
        return flipped;
    }
}
