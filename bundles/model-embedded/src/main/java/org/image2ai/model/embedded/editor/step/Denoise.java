package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Focus;

/**
 * Takes noise away.
 *
 * @param strength 1 to 100
 */
public record Denoise(double strength) implements Step {
    /** How strong it is unless somebody says. */
    public static final double USUAL = 40;

    @Override
    public Scope scope() {
        return Scope.PIXELS;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("denoise", "strength", strength);
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        Focus.denoise(picture, strength, studio.stage()::reached);
        return picture;
    }
}
