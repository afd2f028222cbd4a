package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.model.ParameterSpec;

/**
 * A parameter of a model.
 *
 * @param spec as people are told of it
 * @param field the name of the model's input
 */
record Setting(ParameterSpec spec, String field) {
    static final String FORMAT = "outputFormat";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JPEG = "jpeg";
    private static final String JPG = "jpg";

    /** The same with a seed that is a 32-bit number. */
    static Setting seed() {
        return new Setting(
                ParameterSpec.integer("seed", 0, Integer.MAX_VALUE, "The same seed gives the same picture."), "seed");
    }

    static Setting steps(String field, int least, int most) {
        return new Setting(
                ParameterSpec.integer("steps", least, most, "How many steps it takes; more is slower and finer."),
                field);
    }

    static Setting guidance(double least, double most) {
        return new Setting(
                ParameterSpec.number("guidance", least, most, "How closely it keeps to the prompt."), "guidance");
    }

    static Setting upsampling() {
        return new Setting(
                new ParameterSpec(
                        "promptUpsampling",
                        ParameterSpec.Kind.FLAG,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "Whether the prompt is made richer before it is painted."),
                "prompt_upsampling");
    }

    /** @param words as the model names them; {@code jpg} is {@code jpeg} here */
    static Setting format(List<String> words) {
        List<String> formats =
                words.stream().map(word -> word.equals(JPG) ? JPEG : word).toList();
        return new Setting(
                ParameterSpec.choice(FORMAT, formats, "The format in which it is encoded: png if not given."),
                "output_format");
    }

    static Setting quality() {
        return new Setting(
                ParameterSpec.integer("outputQuality", 0, 100, "How finely a jpeg or webp is encoded."),
                "output_quality");
    }

    /** A value as the model takes it. */
    JsonNode wire(Object value) {
        return JSON.valueToTree(spec.name().equals(FORMAT) && value.equals(JPEG) ? JPG : value);
    }

    /** What is sent where a person names nothing: a picture without loss is best for what comes after. */
    Optional<JsonNode> otherwise() {
        return spec.name().equals(FORMAT) && spec.choices().contains("png")
                ? Optional.of(wire("png"))
                : Optional.empty();
    }
}
