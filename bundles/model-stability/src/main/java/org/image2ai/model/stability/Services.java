package org.image2ai.model.stability;

import static org.image2ai.model.stability.Parameters.CFG_SCALE;
import static org.image2ai.model.stability.Parameters.FORMAT;
import static org.image2ai.model.stability.Parameters.NEGATIVE_PROMPT;
import static org.image2ai.model.stability.Parameters.SEED;
import static org.image2ai.model.stability.Parameters.STYLE;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.model.stability.Service.PictureLimits;

/**
 * The services as in Stability AI's <a href="https://platform.stability.ai/docs/api-reference">API reference</a>
 * ({@code v2beta}), with the prices of its <a href="https://platform.stability.ai/pricing">price list</a> as both stood
 * in September 2026: a flat number of its credits for a picture that succeeds, a credit being 0.01 dollars.
 */
final class Services {
    /** Most pixels of an input, of most services. */
    private static final long NINE_MEGAPIXELS = 9_437_184;

    private static final long FOUR_MEGAPIXELS = 4_194_304;
    private static final long ONE_MEGAPIXEL = 1_048_576;

    private static final List<ParameterSpec> WORDS = List.of(NEGATIVE_PROMPT, STYLE, SEED, FORMAT);
    private static final List<ParameterSpec> DIFFUSION = List.of(NEGATIVE_PROMPT, STYLE, CFG_SCALE, SEED, FORMAT);

    static final List<Service> ALL = List.of(
            Service.generate("stable-image-ultra", "Stable Image Ultra", "generate/ultra", "0.08", WORDS),
            Service.generate("stable-image-core", "Stable Image Core", "generate/core", "0.03", WORDS),
            Service.generate("sd3.5-large", "Stable Diffusion 3.5 Large", "generate/sd3", "0.065", DIFFUSION),
            Service.generate(
                    "sd3.5-large-turbo", "Stable Diffusion 3.5 Large Turbo", "generate/sd3", "0.04", DIFFUSION),
            Service.generate("sd3.5-medium", "Stable Diffusion 3.5 Medium", "generate/sd3", "0.035", DIFFUSION),
            Service.generate("sd3.5-flash", "Stable Diffusion 3.5 Flash", "generate/sd3", "0.025", DIFFUSION),
            Service.on("inpaint", "Stability Inpaint", "edit/inpaint", Operation.INPAINT, "0.05")
                    .taking(prompted(Mask.REQUIRED, NINE_MEGAPIXELS), PictureLimits.USUAL)
                    .told(NEGATIVE_PROMPT, STYLE, Parameters.growMask(100), SEED, FORMAT),
            Service.on("erase", "Stability Erase", "edit/erase", Operation.INPAINT, "0.05")
                    .taking(InputLimits.oneImage(Mask.REQUIRED, NINE_MEGAPIXELS), PictureLimits.USUAL)
                    .told(Parameters.growMask(20), SEED, FORMAT),
            Service.on("outpaint", "Stability Outpaint", "edit/outpaint", Operation.OUTPAINT, "0.04")
                    .taking(
                            new InputLimits(1, 1, Mask.REFUSED, NINE_MEGAPIXELS, false, Parameters.LONGEST_PROMPT),
                            PictureLimits.NOT_NARROW)
                    .told(
                            Parameters.side("left"),
                            Parameters.side("right"),
                            Parameters.side("up"),
                            Parameters.side("down"),
                            Parameters.creativity(0, 1),
                            STYLE,
                            SEED,
                            FORMAT),
            Service.on(
                            "search-and-replace",
                            "Stability Search and Replace",
                            "edit/search-and-replace",
                            Operation.EDIT,
                            "0.05")
                    .taking(prompted(Mask.REFUSED, NINE_MEGAPIXELS), PictureLimits.NOT_NARROW)
                    .told(
                            Parameters.text("searchPrompt", "What is looked for and replaced, in a few words."),
                            NEGATIVE_PROMPT,
                            STYLE,
                            Parameters.growMask(20),
                            SEED,
                            FORMAT),
            Service.on(
                            "search-and-recolor",
                            "Stability Search and Recolor",
                            "edit/search-and-recolor",
                            Operation.EDIT,
                            "0.05")
                    .taking(prompted(Mask.REFUSED, NINE_MEGAPIXELS), PictureLimits.NOT_NARROW)
                    .told(
                            Parameters.text("selectPrompt", "What is looked for and recoloured, in a few words."),
                            NEGATIVE_PROMPT,
                            STYLE,
                            Parameters.growMask(20),
                            SEED,
                            FORMAT),
            Service.on(
                            "remove-background",
                            "Stability Remove Background",
                            "edit/remove-background",
                            Operation.REMOVE_BACKGROUND,
                            "0.05")
                    .taking(InputLimits.oneImage(Mask.REFUSED, FOUR_MEGAPIXELS), PictureLimits.USUAL)
                    .told(Parameters.FORMAT_WITH_TRANSPARENCY),
            Service.on("upscale-fast", "Stability Fast Upscaler (×4)", "upscale/fast", Operation.UPSCALE, "0.02")
                    .taking(InputLimits.oneImage(Mask.REFUSED, ONE_MEGAPIXEL), new PictureLimits(32, 1_536, true))
                    .told(FORMAT),
            Service.on(
                            "upscale-conservative",
                            "Stability Conservative Upscaler",
                            "upscale/conservative",
                            Operation.UPSCALE,
                            "0.40")
                    .taking(prompted(Mask.REFUSED, NINE_MEGAPIXELS), PictureLimits.NOT_NARROW)
                    .told(NEGATIVE_PROMPT, Parameters.creativity(0.2, 0.5), SEED, FORMAT),
            Service.on("upscale-creative", "Stability Creative Upscaler", "upscale/creative", Operation.UPSCALE, "0.60")
                    .taking(prompted(Mask.REFUSED, ONE_MEGAPIXEL), PictureLimits.USUAL)
                    .told(NEGATIVE_PROMPT, STYLE, Parameters.creativity(0.1, 0.5), SEED, FORMAT));

    private Services() {}

    private static InputLimits prompted(Mask mask, long pixels) {
        return new InputLimits(1, 1, mask, pixels, true, Parameters.LONGEST_PROMPT);
    }

    /** The service of a model's name. */
    static Optional<Service> of(String model) {
        return ALL.stream().filter(service -> service.name().equals(model)).findFirst();
    }
}
