package org.image2ai.model.embedded.illustrator.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whose drawings of things are taken. */
public enum Hand {
    /** Flat shapes, everything whole. */
    FLUENT,
    /** Softly shaded; what it has only the head of is taken from the other. */
    NOTO;

    /** The name in requests. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The hand of a wire name. */
    public static Hand ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** All wire names. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Hand::wireName).toList();
    }
}
