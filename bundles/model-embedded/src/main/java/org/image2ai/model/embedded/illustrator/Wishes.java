package org.image2ai.model.embedded.illustrator;

import java.util.Optional;
import org.image2ai.model.embedded.illustrator.words.Hand;
import org.image2ai.model.embedded.illustrator.words.Palette;
import org.image2ai.model.embedded.illustrator.words.Style;

/**
 * What is asked for beside the words.
 *
 * @param style goes before the style in the words
 * @param palette goes before the palette in the words
 * @param hand whose drawings of things
 * @param variation 0 for the picture of the seed itself; else which of its variations
 * @param vary what a variation changes
 */
record Wishes(Optional<Style> style, Optional<Palette> palette, Hand hand, int variation, Vary vary) {
    static final Wishes NONE = new Wishes(Optional.empty(), Optional.empty(), Hand.FLUENT, 0, Vary.ARRANGEMENT);

    /** What a variation changes; the rest of the scene stays. */
    enum Vary {
        ARRANGEMENT,
        PALETTE,
        STYLE
    }

    /** Which arrangement of the things: 0 is the one of the seed. */
    int arrangement() {
        return vary == Vary.ARRANGEMENT ? variation : 0;
    }

    /** The style in which a picture of that style varies. */
    Optional<Style> varied(Style own) {
        return vary == Vary.STYLE && variation > 0
                ? Optional.of(Style.values()[(own.ordinal() + variation) % Style.values().length])
                : style;
    }

    /** The palette in which a picture of that palette varies. */
    Optional<Palette> varied(Palette own) {
        return vary == Vary.PALETTE && variation > 0
                ? Optional.of(Palette.values()[(own.ordinal() + variation) % Palette.values().length])
                : palette;
    }

    /** The variation that many further on. */
    Wishes further(int steps) {
        return new Wishes(style, palette, hand, variation + steps, vary);
    }
}
