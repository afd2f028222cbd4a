package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.editor.filter.Recolouring;

/**
 * Gives what has one colour another one.
 *
 * @param from the colour it has now; empty for everything that the mask, or the picture, shows
 * @param to the colour it gets
 */
public record Recolour(Optional<Shade> from, Shade to) implements Step {
    @Override
    public Scope scope() {
        return Scope.PIXELS;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> facts = Facts.of("recolour", "to", to.hex());
        from.ifPresent(shade -> facts.put("from", shade.hex()));
        return facts;
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        if (from.isEmpty()) {
            Recolouring.tint(picture, to.rgb());
        } else if (!Recolouring.turn(picture, from.get().rgb(), to.rgb())) {
            throw PlatformException.invalid(
                            "colour_not_found",
                            "Hardly anything in the picture has the colour "
                                    + from.get().hex() + ".")
                    .withField("prompt");
        }
        return picture;
    }
}
