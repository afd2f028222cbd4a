package org.image2ai.model.embedded.illustrator.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** In what technique a picture is made. */
public enum Style {
    FLAT,
    PAPERCUT,
    WATERCOLOUR,
    NEON,
    LINE_ART,
    PIXEL,
    POSTER;

    /** The name in requests and receipts: {@code line-art}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The style of a wire name. */
    public static Style ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All wire names. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Style::wireName).toList();
    }
}
