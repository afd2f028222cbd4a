package org.image2ai.model.embedded.illustrator.words;

/** The weather. */
public enum Weather {
    CLEAR,
    CLOUDY,
    RAIN,
    STORM,
    SNOW,
    FOG
}
