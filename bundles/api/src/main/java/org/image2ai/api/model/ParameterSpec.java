package org.image2ai.api.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One parameter of a model beyond {@code width} and {@code height}.
 *
 * @param name as in the request, lower camel case: {@code seed}, {@code scale}
 * @param kind the type of its value
 * @param choices the only values, for {@link Kind#CHOICE}; else empty
 * @param min the least value, for numbers
 * @param max the greatest value for numbers, the most characters for text
 * @param description for people, in one sentence
 */
public record ParameterSpec(
        String name, Kind kind, List<String> choices, Optional<Double> min, Optional<Double> max, String description) {
    /** The type of a parameter's value. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Free text. */
        TEXT,
        /** One of a list. */
        CHOICE
    }

    public ParameterSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        choices = List.copyOf(choices);
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(max, "max");
        Objects.requireNonNull(description, "description");
    }

    /** A whole number in a range. */
    public static ParameterSpec integer(String name, long min, long max, String description) {
        return new ParameterSpec(
                name, Kind.INTEGER, List.of(), Optional.of((double) min), Optional.of((double) max), description);
    }

    /** A number in a range. */
    public static ParameterSpec number(String name, double min, double max, String description) {
        return new ParameterSpec(name, Kind.NUMBER, List.of(), Optional.of(min), Optional.of(max), description);
    }

    /** One of several words. */
    public static ParameterSpec choice(String name, List<String> choices, String description) {
        return new ParameterSpec(name, Kind.CHOICE, choices, Optional.empty(), Optional.empty(), description);
    }

    /** A seed: the same seed, request and build give the same picture. */
    public static ParameterSpec seed() {
        return integer("seed", 0, 9_007_199_254_740_991L, "The same seed gives the same picture on the same build.");
    }
}
