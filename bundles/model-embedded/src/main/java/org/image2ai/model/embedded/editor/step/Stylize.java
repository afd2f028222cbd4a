package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Style;

/**
 * Shows the picture in another manner.
 *
 * @param style the manner
 */
public record Stylize(Style style) implements Step {
    @Override
    public Scope scope() {
        return Scope.PIXELS;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("style", "style", style.wireName());
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        style.apply(picture);
        return picture;
    }
}
