package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Focus;
import org.image2ai.model.embedded.editor.filter.Tone;

/** Gives a picture the light and contrast that it lacks. */
public record AutoAdjust() implements Step {
    private static final double CRISP = 18;

    @Override
    public Scope scope() {
        return Scope.PIXELS;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("auto");
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        Tone.of(picture).apply(picture);
        Focus.sharpen(picture, CRISP);
        return picture;
    }
}
