package org.image2ai.model.embedded.illustrator.words;

/** Where a scene plays. */
public enum Setting {
    FOREST,
    JUNGLE,
    MOUNTAINS,
    SEA,
    BEACH,
    CITY,
    ROOFTOP,
    DESERT,
    SNOWFIELD,
    SPACE,
    MOON,
    ROOM,
    TABLETOP,
    UNDERWATER,
    MEADOW,
    SAVANNA,
    LAKE,
    VILLAGE,
    CLOUDS,
    CAVE,
    STAGE,
    /** Nowhere: shapes and colours, for a prompt in which nothing can be drawn. */
    ABSTRACT;

    /** Whether it is in a house, with lamps and no sun. */
    public boolean indoors() {
        return this == ROOM || this == TABLETOP;
    }
}
