package org.image2ai.model.embedded.illustrator.paint;

import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Surface;

/** What is done to a sprite before it is placed. */
final class Sprites {
    private Sprites() {}

    /** Gives a sprite the material and the colour that the words ask for. */
    static void surface(Sprite sprite, Surface surface, Kind kind) {
        Substance.of(surface.material()).ifPresent(s -> s.apply(sprite.image()));
        surface.colour().ifPresent(rgb -> {
            if (kind == Kind.PERSON) {
                Dye.clothes(sprite, rgb);
            } else {
                Dye.apply(sprite, rgb);
            }
        });
    }
}
