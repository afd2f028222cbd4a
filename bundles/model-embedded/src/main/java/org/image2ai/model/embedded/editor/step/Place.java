package org.image2ai.model.embedded.editor.step;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in a picture something is put. */
public enum Place {
    TOP_LEFT(0, 0),
    TOP(0.5, 0),
    TOP_RIGHT(1, 0),
    LEFT(0, 0.5),
    CENTER(0.5, 0.5),
    RIGHT(1, 0.5),
    BOTTOM_LEFT(0, 1),
    BOTTOM(0.5, 1),
    BOTTOM_RIGHT(1, 1);

    private static final double MARGIN = 0.04;

    private final double across;
    private final double down;

    Place(double across, double down) {
        this.across = across;
        this.down = down;
    }

    /** The left edge of something of that width in a frame of that width, with a margin. */
    int left(int frame, int width) {
        return at(across, frame, width);
    }

    /** The upper edge of something of that height in a frame of that height, with a margin. */
    int top(int frame, int height) {
        return at(down, frame, height);
    }

    private static int at(double share, int frame, int length) {
        double margin = MARGIN * frame;
        return (int) Math.round(margin + share * (frame - 2 * margin - length));
    }

    /** Whether it is not below the middle: what is there stands on nothing. */
    boolean high() {
        return down == 0;
    }

    /** The name in requests: {@code top-left}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Place::wireName).toList();
    }

    /** The place of a name. */
    public static Optional<Place> ofWireName(String name) {
        return Arrays.stream(values()).filter(p -> p.wireName().equals(name)).findFirst();
    }
}
