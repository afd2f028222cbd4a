package org.image2ai.model.fal;

import static org.image2ai.model.fal.Parameters.ASPECT_RATIO;
import static org.image2ai.model.fal.Parameters.FORMAT;
import static org.image2ai.model.fal.Parameters.GUIDANCE;
import static org.image2ai.model.fal.Parameters.NOISE;
import static org.image2ai.model.fal.Parameters.SCALE;
import static org.image2ai.model.fal.Parameters.SEED;

import java.util.List;
import java.util.stream.Stream;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.model.fal.Endpoint.Traits;

/**
 * The endpoints that are known, with the fields of their pages ({@code https://fal.ai/models/ID/llms.txt}) and the
 * prices of <a href="https://fal.ai/pricing">fal's list</a>, as both stood in November 2026.
 */
final class Endpoints {
    static final int LONGEST_PROMPT = 5_000;
    static final long FOUR_MEGAPIXELS = 4 << 20;

    /** Those up to 1344×768 are one megapixel at fal, the others two. All sides are multiples of 16. */
    static final SizeLimits SIZES = new SizeLimits(
            false,
            List.of(
                    new Size(1024, 1024),
                    new Size(1024, 768),
                    new Size(768, 1024),
                    new Size(1024, 576),
                    new Size(576, 1024),
                    new Size(512, 512),
                    new Size(1248, 832),
                    new Size(832, 1248),
                    new Size(1344, 768),
                    new Size(768, 1344),
                    new Size(1440, 1440),
                    new Size(1440, 1088),
                    new Size(1088, 1440)),
            512,
            1440,
            16,
            new Size(1024, 1024));

    private static final int MOST_PICTURES = 4;

    static final List<Endpoint> KNOWN = List.of(
            generate("fal-ai/flux/schnell", "FLUX.1 [schnell]", "0.003", Traits.USUAL, Parameters.steps(12, 4)),
            generate("fal-ai/flux/dev", "FLUX.1 [dev]", "0.025", Traits.USUAL, Parameters.steps(50, 28), GUIDANCE),
            generate("fal-ai/flux-pro/v1.1", "FLUX1.1 [pro]", "0.04", Traits.TOLERANT),
            kontext("fal-ai/flux-pro/kontext", "FLUX.1 Kontext [pro]", "0.04"),
            kontext("fal-ai/flux-pro/kontext/max", "FLUX.1 Kontext [max]", "0.08"),
            new Endpoint(
                    "fal-ai/flux-pro/v1/fill",
                    "FLUX.1 [pro] Fill",
                    Operation.INPAINT,
                    Tariff.megapixel("0.05"),
                    prompted(1, Mask.REQUIRED),
                    SizeLimits.ofInput(),
                    List.of(SEED, FORMAT),
                    MOST_PICTURES,
                    Traits.TOLERANT),
            new Endpoint(
                    "fal-ai/bria/background/remove",
                    "Bria RMBG 2.0",
                    Operation.REMOVE_BACKGROUND,
                    Tariff.image("0.018"),
                    InputLimits.oneImage(Mask.REFUSED, FOUR_MEGAPIXELS),
                    SizeLimits.ofInput(),
                    List.of(),
                    1,
                    Traits.USUAL),
            new Endpoint(
                    "fal-ai/seedvr/upscale/image",
                    "SeedVR2 Upscaler",
                    Operation.UPSCALE,
                    Tariff.megapixel("0.001"),
                    InputLimits.oneImage(Mask.REFUSED, FOUR_MEGAPIXELS),
                    SizeLimits.ofInput(),
                    List.of(SCALE, SEED, NOISE, Parameters.format("jpg", "png", "webp")),
                    1,
                    Traits.USUAL));

    private Endpoints() {}

    private static Endpoint generate(String id, String title, String dollars, Traits traits, ParameterSpec... more) {
        return new Endpoint(
                id,
                title,
                Operation.GENERATE,
                Tariff.megapixel(dollars),
                InputLimits.promptOnly(LONGEST_PROMPT),
                SIZES,
                and(List.of(more), SEED, FORMAT),
                MOST_PICTURES,
                traits);
    }

    private static Endpoint kontext(String id, String title, String dollars) {
        return new Endpoint(
                id,
                title,
                Operation.EDIT,
                Tariff.image(dollars),
                prompted(1, Mask.REFUSED),
                SizeLimits.ofInput(),
                List.of(ASPECT_RATIO, GUIDANCE, SEED, FORMAT),
                MOST_PICTURES,
                Traits.TOLERANT);
    }

    static InputLimits prompted(int mostImages, Mask mask) {
        return new InputLimits(1, mostImages, mask, FOUR_MEGAPIXELS, true, LONGEST_PROMPT);
    }

    private static List<ParameterSpec> and(List<ParameterSpec> some, ParameterSpec... others) {
        return Stream.concat(some.stream(), List.of(others).stream()).toList();
    }
}
