package org.image2ai.model.embedded.editor.step;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Pixels;

/**
 * Cuts the picture to proportions or to a size, around its middle.
 *
 * @param across the width, as a share or in pixels
 * @param down the height, as a share or in pixels
 * @param pixels whether they are pixels
 */
public record Crop(int across, int down, boolean pixels) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("crop", pixels ? "pixels" : "ratio", across + (pixels ? "x" : ":") + down);
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double scale = Math.min((double) width / across, (double) height / down);
        int w = pixels ? Math.min(width, across) : (int) Math.max(1, Math.round(across * scale));
        int h = pixels ? Math.min(height, down) : (int) Math.max(1, Math.round(down * scale));
        return part(picture, new Rectangle((width - w) / 2, (height - h) / 2, w, h));
    }

    static BufferedImage part(BufferedImage picture, Rectangle part) {
        return Pixels.copy(picture.getSubimage(part.x, part.y, part.width, part.height));
    }
}
