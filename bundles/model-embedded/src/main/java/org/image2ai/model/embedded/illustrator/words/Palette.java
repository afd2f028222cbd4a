package org.image2ai.model.embedded.illustrator.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which colours a picture keeps to. */
public enum Palette {
    NATURAL,
    WARM,
    COOL,
    PASTEL,
    VIVID,
    EARTH,
    MONO,
    SEPIA;

    /** The name in requests and receipts. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The palette of a wire name. */
    public static Palette ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** All wire names. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Palette::wireName).toList();
    }
}
