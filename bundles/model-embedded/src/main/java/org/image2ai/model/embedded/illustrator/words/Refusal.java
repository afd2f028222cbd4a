package org.image2ai.model.embedded.illustrator.words;

import java.util.Optional;
import java.util.Set;

/** What a place leaves out when a word is refused: "no clouds", "without trees". */
final class Refusal {
    private static final Set<String> HEAVENLY = Set.of("sun", "moon", "full moon", "sunshine");

    private Refusal() {}

    static Optional<Extra> of(Meaning meaning, String words) {
        String word = words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
        if (HEAVENLY.contains(word)) {
            return Optional.of(Extra.SUN);
        }
        if (word.equals("star") || word.equals("starry sky")) {
            return Optional.of(Extra.STARS);
        }
        return switch (meaning.group()) {
            case WEATHER -> meaning.value().equals("cloudy") ? Optional.of(Extra.CLOUDS) : Optional.empty();
            case THING -> of(meaning.thing());
            default -> Optional.empty();
        };
    }

    private static Optional<Extra> of(Thing thing) {
        if (thing.icon().contains("cloud")) {
            return Optional.of(Extra.CLOUDS);
        }
        if (thing.icon().contains("lantern") || thing.icon().contains("lamp")) {
            return Optional.of(Extra.LAMPS);
        }
        return switch (thing.kind()) {
            case TREE -> Optional.of(Extra.TREES);
            case PLANT -> Optional.of(Extra.FLOWERS);
            default -> Optional.empty();
        };
    }
}
