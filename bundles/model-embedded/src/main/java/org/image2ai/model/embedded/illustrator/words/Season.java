package org.image2ai.model.embedded.illustrator.words;

/** The season: it colours leaves and ground. */
public enum Season {
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER
}
