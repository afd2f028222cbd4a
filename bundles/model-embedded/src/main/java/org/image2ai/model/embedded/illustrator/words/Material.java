package org.image2ai.model.embedded.illustrator.words;

/** What a thing is made of, where the words say so. */
public enum Material {
    /** What its picture shows. */
    OWN,
    GOLD,
    SILVER,
    BRONZE,
    WOOD,
    STONE,
    MARBLE,
    GLASS,
    ICE,
    CHOCOLATE
}
