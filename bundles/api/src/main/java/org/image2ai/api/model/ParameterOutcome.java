package org.image2ai.api.model;

import java.util.Objects;

/**
 * What became of one parameter of a request; it stands in the receipt.
 *
 * @param name the parameter
 * @param fate what happened
 * @param note why, or what was taken instead; may be empty
 */
public record ParameterOutcome(String name, Fate fate, String note) {
    /** What happened to a parameter. */
    public enum Fate {
        /** It was taken as it is. */
        HONOURED,
        /** Another value was taken. */
        CHANGED,
        /** It was left out. */
        DROPPED
    }

    public ParameterOutcome {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fate, "fate");
        Objects.requireNonNull(note, "note");
    }
}
