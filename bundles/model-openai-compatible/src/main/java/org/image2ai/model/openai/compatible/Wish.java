package org.image2ai.model.openai.compatible;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.model.ParameterSpec;

/** The parameters that servers take beyond OpenAI's, by the platform's name and the word that most of them use. */
enum Wish {
    SEED("seed", ParameterSpec.integer("seed", 0, 4_294_967_295L, "The same seed gives the same picture.")),
    STEPS(
            "num_inference_steps",
            ParameterSpec.integer("steps", 1, 200, "How many steps it takes; more is slower and finer.")),
    GUIDANCE("guidance_scale", ParameterSpec.number("guidance", 0, 50, "How closely it keeps to the prompt.")),
    NEGATIVE_PROMPT(
            "negative_prompt",
            new ParameterSpec(
                    "negativePrompt",
                    ParameterSpec.Kind.TEXT,
                    List.of(),
                    Optional.empty(),
                    Optional.of(4_000.0),
                    "What is not to be seen.")),
    QUALITY(
            "quality",
            ParameterSpec.choice("quality", List.of("low", "medium", "high"), "How much work goes into it."));

    private final String usualWord;
    private final ParameterSpec spec;

    Wish(String usualWord, ParameterSpec spec) {
        this.usualWord = usualWord;
        this.spec = spec;
    }

    static Optional<Wish> of(String name) {
        return Arrays.stream(values())
                .filter(wish -> wish.spec.name().equals(name))
                .findFirst();
    }

    String usualWord() {
        return usualWord;
    }

    ParameterSpec spec() {
        return spec;
    }
}
