package org.image2ai.model.embedded.illustrator.words;

/**
 * What a word or phrase means.
 *
 * @param group which question it answers
 * @param value the answer as {@code words.txt} has it; empty for a thing
 * @param thing the thing, for {@link Group#THING}; else null
 */
record Meaning(Group group, String value, Thing thing) {
    enum Group {
        THING,
        SETTING,
        LANDMARK,
        TIME,
        WEATHER,
        SEASON,
        MOOD,
        COLOUR,
        MATERIAL,
        STYLE,
        PALETTE,
        NOT,
        PRONOUN,
        NUMBER,
        SIZE,
        RELATION,
        POSE,
        COMPANY,
        SKIP;

        /** Whether it names something that can be refused. */
        boolean names() {
            return switch (this) {
                case THING, SETTING, LANDMARK, TIME, WEATHER, SEASON, MOOD, STYLE, PALETTE -> true;
                default -> false;
            };
        }
    }

    static Meaning of(Thing thing) {
        return new Meaning(Group.THING, "", thing);
    }
}
