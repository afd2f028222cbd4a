package org.image2ai.api.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of an image model. On the wire the names are in lower case with hyphens. */
public enum Operation {
    /** Prompt to pictures. */
    GENERATE,
    /** Prompt and one or several pictures (and a mask, where given) to pictures. */
    EDIT,
    /** A picture and a mask: what is under the mask is made anew. */
    INPAINT,
    /** A picture continued beyond its borders. */
    OUTPAINT,
    /** A picture to others like it. */
    VARIATION,
    /** A picture made larger. */
    UPSCALE,
    /** A picture to its main subject on transparency. */
    REMOVE_BACKGROUND,
    /** A picture to words. */
    DESCRIBE;

    /** The name on the wire: {@code remove-background}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The operation of a wire name. */
    public static Optional<Operation> ofWireName(String name) {
        return Arrays.stream(values()).filter(o -> o.wireName().equals(name)).findFirst();
    }
}
