package org.image2ai.model.embedded.editor.step;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.api.PlatformException;

/**
 * Cuts strips from the sides of the picture.
 *
 * @param margins how wide they are
 */
public record Trim(Margins margins) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return margins.describe("trim");
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        int left = margins.left(picture.getWidth());
        int up = margins.up(picture.getHeight());
        int width = picture.getWidth() - left - margins.right(picture.getWidth());
        int height = picture.getHeight() - up - margins.down(picture.getHeight());
        if (width < 1 || height < 1) {
            throw PlatformException.invalid("invalid_crop", "Nothing would be left of the picture.")
                    .withField("prompt");
        }
        return Crop.part(picture, new Rectangle(left, up, width, height));
    }
}
