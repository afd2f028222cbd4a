package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A manner in which a picture can be shown. */
public enum Style {
    PENCIL(Strokes::pencil),
    COLOUR_PENCIL(Strokes::colourPencil),
    PAINTING(Strokes::painting),
    WATERCOLOUR(Strokes::watercolour),
    CARTOON(Strokes::cartoon),
    BLACK_AND_WHITE(Darkroom::blackAndWhite),
    SEPIA(Darkroom::sepia),
    VINTAGE(Darkroom::vintage),
    BLUR(Darkroom::blur),
    PIXELS(Darkroom::pixels);

    @FunctionalInterface
    private interface Hand {
        void apply(BufferedImage picture);
    }

    private final Hand hand;

    Style(Hand hand) {
        this.hand = hand;
    }

    /** Changes a picture in place; its alpha stays. */
    public void apply(BufferedImage picture) {
        hand.apply(picture);
    }

    /** The name in requests: {@code colour-pencil}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Style::wireName).toList();
    }

    /** The style of a name. */
    public static Optional<Style> ofWireName(String name) {
        return Arrays.stream(values()).filter(s -> s.wireName().equals(name)).findFirst();
    }
}
