package org.image2ai.model.embedded.illustrator.paint;

import org.image2ai.model.embedded.illustrator.scene.Placed;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Season;

/** The drawing of a thing that fits the season and what it does: trees turn, birds spread their wings. */
record Guise(Reading reading) {
    String of(Placed thing) {
        return switch (thing.icon()) {
            case "oak" -> "oak" + leaves();
            case "songbird" -> thing.footing() == Placed.Footing.AIR ? "songbird~flying" : "songbird";
            default -> thing.icon();
        };
    }

    private String leaves() {
        if (reading.snowy()) {
            return "~winter";
        }
        return reading.season() == Season.AUTUMN ? "~autumn" : "";
    }
}
