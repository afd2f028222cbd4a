package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Optional;

/**
 * How a picture is made.
 *
 * @param style the technique; empty where the words leave it open
 * @param palette the colours; empty where the words leave them open
 * @param type what is to be set as type, in the order of the words
 * @param hand whose drawings of things are taken
 */
public record Look(Optional<Style> style, Optional<Palette> palette, List<String> type, Hand hand) {
    public Look {
        type = List.copyOf(type);
    }

    /** The same with what was asked beside the words, which goes before what the words say. */
    public Look with(Optional<Style> askedStyle, Optional<Palette> askedPalette) {
        return new Look(askedStyle.or(() -> style), askedPalette.or(() -> palette), type, hand);
    }

    /** The same with other drawings. */
    public Look by(Hand other) {
        return new Look(style, palette, type, other);
    }

    /** The style to paint in. */
    public Style styleOrFlat() {
        return style.orElse(Style.FLAT);
    }

    /** The palette to paint with. */
    public Palette paletteOrNatural() {
        return palette.orElse(Palette.NATURAL);
    }
}
