package org.image2ai.model.fal;

import java.util.List;
import java.util.Map;
import org.image2ai.api.model.ParameterSpec;

/** The parameters of the models, and what they are called at fal. */
final class Parameters {
    /** The first is what is taken where none is given. */
    static final List<Integer> SCALES = List.of(2, 3, 4);

    static final ParameterSpec SEED = ParameterSpec.integer(
            "seed", 0, 4_294_967_295L, "The same seed gives the same picture, if the model did not change.");
    static final ParameterSpec GUIDANCE =
            ParameterSpec.number("guidance", 1, 20, "How strictly it follows the prompt, usually 3.5.");
    static final ParameterSpec FORMAT = format("jpeg", "png");
    static final ParameterSpec ASPECT_RATIO = ParameterSpec.choice(
            "aspectRatio",
            List.of("21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"),
            "The ratio of the sides of the result; that of the picture where none is given.");
    static final ParameterSpec SCALE = ParameterSpec.integer(
            "scale",
            SCALES.get(0),
            SCALES.get(SCALES.size() - 1),
            "How many times longer the sides become, usually 2.");
    static final ParameterSpec NOISE = ParameterSpec.number("noise", 0, 1, "How much is invented, usually 0.1.");

    private static final Map<String, String> FIELDS = Map.of(
            "steps", "num_inference_steps",
            "guidance", "guidance_scale",
            "outputFormat", "output_format",
            "aspectRatio", "aspect_ratio",
            "scale", "upscale_factor",
            "noise", "noise_scale");

    private Parameters() {}

    static ParameterSpec format(String... formats) {
        return ParameterSpec.choice("outputFormat", List.of(formats), "The format in which fal encodes the picture.");
    }

    static ParameterSpec steps(int most, int usual) {
        return ParameterSpec.integer("steps", 1, most, "Steps of the diffusion, usually " + usual + ".");
    }

    /** The name of the field of the request. */
    static String field(String parameter) {
        return FIELDS.getOrDefault(parameter, parameter);
    }
}
