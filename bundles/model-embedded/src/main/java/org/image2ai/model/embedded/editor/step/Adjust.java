package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Focus;
import org.image2ai.model.embedded.editor.filter.Tone;

/**
 * Changes light, colour and sharpness.
 *
 * @param tone light and colour
 * @param sharpness −100, which is much blur, to 100
 */
public record Adjust(Tone tone, double sharpness) implements Step {
    @Override
    public Scope scope() {
        return Scope.PIXELS;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> facts = describe("adjust", tone);
        Facts.addUnlessZero(facts, "sharpness", sharpness);
        return facts;
    }

    static Map<String, Object> describe(String step, Tone tone) {
        Map<String, Object> facts = Facts.of(step);
        Facts.addUnlessZero(facts, "brightness", tone.brightness());
        Facts.addUnlessZero(facts, "contrast", tone.contrast());
        Facts.addUnlessZero(facts, "saturation", tone.saturation());
        Facts.addUnlessZero(facts, "warmth", tone.warmth());
        return facts;
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        tone.apply(picture);
        if (sharpness != 0) {
            Focus.sharpen(picture, sharpness);
        }
        return picture;
    }
}
