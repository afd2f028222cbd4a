package org.image2ai.model.comfyui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.ParameterSpec.Kind;

/**
 * A parameter of a workflow as its header has it, five parts between commas, the last of which may have commas too:
 *
 * <pre>
 * parameter.steps = integer, 1, 60, 30, How many steps it takes; more is slower and finer.
 * parameter.guidance = number, 1, 20, 7, How closely it keeps to the prompt.
 * parameter.negativePrompt = text, 0, 4000, , What is not to be seen.
 * parameter.sampler = choice, euler|dpmpp_2m, , euler, How it gets to the picture.
 * </pre>
 *
 * @param spec what a person can ask for
 * @param usual the value where he does not
 */
record Parameter(ParameterSpec spec, Object usual) {
    private static final int PARTS = 5;

    /** @throws IllegalArgumentException whose message says what is wrong */
    static Parameter of(String name, String text) {
        String[] parts = text.split(",", PARTS);
        if (parts.length < PARTS || parts[PARTS - 1].isBlank()) {
            throw new IllegalArgumentException("a kind, a least, a most, a usual value and a description");
        }
        for (int i = 0; i < PARTS; i++) {
            parts[i] = parts[i].strip();
        }
        return switch (parts[0]) {
            case "integer" -> number(name, Kind.INTEGER, parts, Long::valueOf);
            case "number" -> number(name, Kind.NUMBER, parts, Double::valueOf);
            case "text" -> text(name, parts);
            case "choice" -> choice(name, parts);
            default -> throw new IllegalArgumentException("integer, number, text or choice first");
        };
    }

    private static Parameter number(String name, Kind kind, String[] parts, Function<String, Object> reader) {
        double least = Double.parseDouble(parts[1]);
        double most = Double.parseDouble(parts[2]);
        Object usual = reader.apply(parts[3]);
        double value = ((Number) usual).doubleValue();
        if (value < least || value > most) {
            throw new IllegalArgumentException("a usual value from the least to the most");
        }
        return new Parameter(
                new ParameterSpec(name, kind, List.of(), Optional.of(least), Optional.of(most), parts[4]), usual);
    }

    private static Parameter text(String name, String[] parts) {
        Optional<Double> most = Optional.of(Double.valueOf(parts[2]));
        return new Parameter(new ParameterSpec(name, Kind.TEXT, List.of(), Optional.empty(), most, parts[4]), parts[3]);
    }

    private static Parameter choice(String name, String[] parts) {
        List<String> choices = List.of(parts[1].split("\\s*\\|\\s*"));
        if (!choices.contains(parts[3])) {
            throw new IllegalArgumentException("a usual value that is one of the choices");
        }
        return new Parameter(ParameterSpec.choice(name, choices, parts[4]), parts[3]);
    }
}
