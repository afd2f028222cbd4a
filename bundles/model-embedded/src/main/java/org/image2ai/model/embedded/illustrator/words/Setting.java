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
    /** High above the sea, at the edge. */
    CLIFF,
    /** Before a wall of bricks. */
    WALL,
    /** A small water seen from above, for the fish in it. */
    POND,
    /** Nowhere: shapes and colours, for a prompt in which nothing can be drawn. */
    ABSTRACT;

    /** Whether it is in a house, with lamps and no sun. */
    public boolean indoors() {
        return this == ROOM || this == TABLETOP;
    }
}
