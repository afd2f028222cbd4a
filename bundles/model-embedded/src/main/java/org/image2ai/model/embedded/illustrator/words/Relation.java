package org.image2ai.model.embedded.illustrator.words;

/** How a thing stands to the one named before it. */
public enum Relation {
    NONE,
    OVER,
    UNDER,
    ON,
    IN,
    BEHIND,
    FRONT,
    BESIDE,
    LEFT,
    RIGHT,
    RIDING,
    HOLDING,
    WEARING,
    LARGER,
    SMALLER,
    EQUAL
}
