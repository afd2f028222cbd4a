package org.image2ai.model.embedded.illustrator.words;

/** The time of day. */
public enum DayTime {
    DAY,
    DAWN,
    SUNSET,
    NIGHT
}
