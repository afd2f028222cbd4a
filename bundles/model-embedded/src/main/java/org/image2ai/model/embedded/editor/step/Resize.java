package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.editor.filter.Scaling;

/**
 * Scales the picture.
 *
 * @param width in pixels, or 0 where it follows
 * @param height in pixels, or 0 where it follows
 * @param factor where both follow, how many times longer the sides become
 */
public record Resize(int width, int height, double factor) implements Step {
    /** The longest side of a result, in pixels. */
    public static final int LONGEST = 8192;

    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> facts = Facts.of("resize");
        Facts.addUnlessZero(facts, "width", width);
        Facts.addUnlessZero(facts, "height", height);
        if (width == 0 && height == 0) {
            facts.put("factor", factor);
        }
        return facts;
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        double across = (double) width / picture.getWidth();
        double down = (double) height / picture.getHeight();
        double both = width == 0 && height == 0 ? factor : Math.max(across, down);
        long w = width > 0 ? width : Math.max(1, Math.round(picture.getWidth() * both));
        long h = height > 0 ? height : Math.max(1, Math.round(picture.getHeight() * both));
        requireSides(w, h);
        return Scaling.to(picture, (int) w, (int) h);
    }

    /** A result must have room in memory. */
    static void requireSides(long width, long height) {
        long most = Math.min(4096L * 4096, Runtime.getRuntime().maxMemory() / 48);
        if (width > LONGEST || height > LONGEST || width * height > most) {
            throw PlatformException.invalid(
                            "image_too_large",
                            "The result would have " + width + "x" + height + " pixels; at most " + most
                                    + " are possible, and " + LONGEST + " on a side.")
                    .withField("parameters");
        }
    }
}
