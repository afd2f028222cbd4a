package org.image2ai.model.embedded.illustrator.words;

import java.util.Map;
import java.util.Set;

/** What the picture of a thing shows already: a second hat for the snowman would only float about. */
final class Parts {
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "snowman-without-snow", Set.of("top-hat", "scarf", "billed-cap", "carrot"),
            "birthday-cake", Set.of("candle"),
            "house", Set.of("door", "window"),
            "barn", Set.of("door", "window"),
            "steaming-bowl", Set.of("chopsticks"),
            "man-mage~standing", Set.of("top-hat"),
            "woman-mage~standing", Set.of("top-hat"),
            "fireplace", Set.of("fire"),
            "bookshelf", Set.of("books"),
            "treehouse", Set.of("oak", "evergreen-tree", "palm-tree"));

    private static final Set<String> GARMENTS =
            Set.of("coat", "dress", "t-shirt", "lab-coat", "womans-clothes", "martial-arts-uniform");

    private Parts() {}

    /** Whether it covers who has it on: it is shown by its colour alone. */
    static boolean garment(Thing thing) {
        return GARMENTS.contains(thing.icon());
    }

    static boolean has(Thing whole, Thing part) {
        return SHOWN.getOrDefault(whole.icon(), Set.of()).contains(part.icon());
    }
}
