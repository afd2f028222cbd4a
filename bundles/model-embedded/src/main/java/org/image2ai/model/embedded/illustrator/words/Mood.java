package org.image2ai.model.embedded.illustrator.words;

/** The mood: it shifts colours and adds small lights. */
public enum Mood {
    PLAIN,
    MAGICAL,
    SPOOKY,
    WARM,
    FESTIVE,
    NEON,
    /** Northern lights; it is night then. */
    AURORA
}
