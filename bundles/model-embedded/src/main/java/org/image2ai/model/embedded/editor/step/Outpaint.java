package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * Continues the picture beyond its borders.
 *
 * @param margins how far
 */
public record Outpaint(Margins margins) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return margins.describe("outpaint");
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        int left = margins.left(picture.getWidth());
        int up = margins.up(picture.getHeight());
        int width = picture.getWidth() + left + margins.right(picture.getWidth());
        int height = picture.getHeight() + up + margins.down(picture.getHeight());
        Resize.requireSides(width, height);
        return new Surroundings(picture, left, up).painted(width, height, studio.stage());
    }
}
