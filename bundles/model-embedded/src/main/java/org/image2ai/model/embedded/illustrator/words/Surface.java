package org.image2ai.model.embedded.illustrator.words;

import java.util.OptionalInt;

/**
 * How a thing looks apart from its shape.
 *
 * @param colour the colour asked for, as 0xRRGGBB
 * @param material what it is made of
 */
public record Surface(OptionalInt colour, Material material) {
    /** As its picture shows it. */
    public static final Surface OWN = new Surface(OptionalInt.empty(), Material.OWN);

    /** The same in another colour. */
    public Surface coloured(OptionalInt rgb) {
        return new Surface(rgb, material);
    }

    /** The same of another material. */
    public Surface of(Material other) {
        return new Surface(colour, other);
    }
}
