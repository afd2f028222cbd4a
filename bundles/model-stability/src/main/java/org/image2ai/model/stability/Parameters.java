package org.image2ai.model.stability;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.image2ai.api.model.ParameterSpec;

/**
 * The parameters of the services. Each is a field of the form whose name is the same with underscores:
 * {@code negativePrompt} is sent as {@code negative_prompt}.
 */
final class Parameters {
    static final int LONGEST_PROMPT = 10_000;

    /** Zero would be a new seed each time, so it is none. */
    static final ParameterSpec SEED = ParameterSpec.integer(
            "seed", 1, 4_294_967_294L, "The same seed gives the same picture, if the model did not change.");

    static final ParameterSpec NEGATIVE_PROMPT = text("negativePrompt", "What must not be in the picture.");
    static final ParameterSpec STYLE = ParameterSpec.choice(
            "stylePreset",
            List.of(
                    "enhance",
                    "anime",
                    "photographic",
                    "digital-art",
                    "comic-book",
                    "fantasy-art",
                    "line-art",
                    "analog-film",
                    "neon-punk",
                    "isometric",
                    "low-poly",
                    "origami",
                    "modeling-compound",
                    "cinematic",
                    "3d-model",
                    "pixel-art",
                    "tile-texture"),
            "The style that it leans to.");
    static final ParameterSpec FORMAT = format("png", "jpeg", "webp");
    static final ParameterSpec FORMAT_WITH_TRANSPARENCY = format("png", "webp");
    static final ParameterSpec CFG_SCALE = ParameterSpec.number(
            "cfgScale", 1, 10, "How strictly it follows the prompt: 1 for turbo and flash, else 4 by default.");
    static final List<String> SIDES = List.of("left", "right", "up", "down");

    private Parameters() {}

    static ParameterSpec text(String name, String description) {
        return new ParameterSpec(
                name,
                ParameterSpec.Kind.TEXT,
                List.of(),
                Optional.empty(),
                Optional.of((double) LONGEST_PROMPT),
                description);
    }

    private static ParameterSpec format(String... formats) {
        return ParameterSpec.choice("outputFormat", List.of(formats), "The format in which Stability AI encodes it.");
    }

    static ParameterSpec growMask(int most) {
        return ParameterSpec.integer(
                "growMask", 0, most, "By how many pixels the mask grows, blurred, so that no seam is seen.");
    }

    static ParameterSpec creativity(double least, double most) {
        return ParameterSpec.number("creativity", least, most, "How much is invented.");
    }

    static ParameterSpec side(String name) {
        return ParameterSpec.integer(name, 0, 2_000, "How many pixels are added there: " + name + ".");
    }

    /** The name of the form's field. */
    static String field(String parameter) {
        return parameter.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
