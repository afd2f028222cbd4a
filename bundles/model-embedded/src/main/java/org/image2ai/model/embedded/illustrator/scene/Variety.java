package org.image2ai.model.embedded.illustrator.scene;

import java.util.OptionalInt;
import java.util.Set;
import org.image2ai.model.embedded.illustrator.words.Subject;
import org.image2ai.model.embedded.illustrator.words.Surface;

/** Several things of one kind, of no colour in particular, have different colours: balloons, fish, butterflies. */
final class Variety {
    private static final Set<String> COLOURFUL = Set.of(
            "balloon",
            "hot-air-balloon",
            "sailboat~afloat",
            "rose",
            "automobile",
            "tropical-fish",
            "butterfly",
            "kite",
            "tulip",
            "jellyfish",
            "wrapped-gift");
    private static final int[] COLOURS = {0xff8a2b, 0xff5fa8, 0xffc821, 0x8e5be0, 0x2fb5d9, 0x3fb56b};

    private Variety() {}

    static Surface surface(Subject subject, int number) {
        boolean varied = subject.colour().isEmpty()
                && subject.count() > 1
                && number > 0
                && COLOURFUL.contains(subject.thing().icon());
        return varied
                ? subject.surface().coloured(OptionalInt.of(COLOURS[(number - 1) % COLOURS.length]))
                : subject.surface();
    }
}
