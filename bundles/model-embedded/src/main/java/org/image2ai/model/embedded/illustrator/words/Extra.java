package org.image2ai.model.embedded.illustrator.words;

/** What a place brings along unless the words refuse it. */
public enum Extra {
    CLOUDS,
    STARS,
    SUN,
    TREES,
    FLOWERS,
    LAMPS
}
