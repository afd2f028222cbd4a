package org.image2ai.model.replicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.DollarPrices;
import org.image2ai.model.replicate.ReplicateModel.Fields;

/**
 * The <a href="https://replicate.com/collections/official">official models</a> that are known here, which are always
 * on and cost so much for each picture that comes out. Inputs and prices are those of each model's page ({@code
 * https://replicate.com/black-forest-labs/flux-schnell} …), the prices as last seen: Kontext pro and Fill pro in
 * September 2026, schnell and dev in May 2026, Kontext dev and max in December 2025, 1.1 pro in 2025.
 */
final class OfficialModels {
    private static final String FLUX = "black-forest-labs/";
    private static final long TWENTY_MEGAPIXELS = 20_000_000;
    private static final int MOST_OUTPUTS = 4;
    private static final List<String> ALL_FORMATS = List.of("png", "jpg", "webp");
    private static final List<String> TWO_FORMATS = List.of("png", "jpg");

    /**
     * A model with its price.
     *
     * @param model how it is called
     * @param title for people
     * @param dollars for each picture
     */
    record Priced(ReplicateModel model, String title, String dollars) {
        ImageModel toModel(DollarPrices prices, String region) {
            return model.toModel(
                    title,
                    model.operations().stream()
                            .map(operation -> prices.image(operation, dollars))
                            .toList(),
                    region);
        }
    }

    static final List<Priced> ALL = List.of(
            generate("flux-schnell", "FLUX.1 schnell", "0.003", Setting.steps("num_inference_steps", 1, 4)),
            generate(
                    "flux-dev",
                    "FLUX.1 dev",
                    "0.025",
                    Setting.steps("num_inference_steps", 1, 50),
                    Setting.guidance(0, 10)),
            new Priced(pro(), "FLUX 1.1 pro", "0.04"),
            new Priced(kontextDev(), "FLUX.1 Kontext dev", "0.025"),
            new Priced(kontext("flux-kontext-pro"), "FLUX.1 Kontext pro", "0.04"),
            new Priced(kontext("flux-kontext-max"), "FLUX.1 Kontext max", "0.08"),
            new Priced(fill(), "FLUX.1 Fill pro", "0.05"));

    private OfficialModels() {}

    /** The model of a name. */
    static Optional<Priced> of(String name) {
        return ALL.stream().filter(one -> one.model().name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(one -> one.model().name()).toList();
    }

    private static Priced generate(String name, String title, String dollars, Setting... more) {
        List<Setting> settings =
                new ArrayList<>(List.of(Setting.seed(), Setting.format(ALL_FORMATS), Setting.quality()));
        settings.addAll(List.of(more));
        ReplicateModel model = new ReplicateModel(
                name,
                FLUX + name,
                Optional.empty(),
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(ReplicateModel.LONGEST_PROMPT),
                AspectRatio.largeAndSmall(),
                Fields.ofPrompt(Sizing.RATIO_AND_MEGAPIXELS, MOST_OUTPUTS).hurrying(),
                settings);
        return new Priced(model, title, dollars);
    }

    private static ReplicateModel pro() {
        return new ReplicateModel(
                "flux-1.1-pro",
                FLUX + "flux-1.1-pro",
                Optional.empty(),
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(ReplicateModel.LONGEST_PROMPT),
                SizeLimits.range(256, 1_440, 32, new Size(1_024, 1_024)),
                Fields.ofPrompt(Sizing.CUSTOM, 1),
                List.of(Setting.seed(), Setting.upsampling(), Setting.format(ALL_FORMATS), Setting.quality()));
    }

    private static ReplicateModel kontext(String name) {
        return edit(name, Set.of(Operation.EDIT), Mask.REFUSED, Fields.ofImage("input_image"))
                .told(Setting.seed(), Setting.upsampling(), Setting.format(TWO_FORMATS));
    }

    private static ReplicateModel kontextDev() {
        Fields fields = Fields.ofImage("input_image").hurrying();
        return edit("flux-kontext-dev", Set.of(Operation.EDIT), Mask.REFUSED, fields)
                .told(
                        Setting.seed(),
                        Setting.steps("num_inference_steps", 4, 50),
                        Setting.guidance(0, 10),
                        Setting.format(ALL_FORMATS),
                        Setting.quality());
    }

    private static ReplicateModel fill() {
        Fields fields = Fields.ofImage("image").masked("mask");
        return edit("flux-fill-pro", Set.of(Operation.INPAINT), Mask.REQUIRED, fields)
                .told(
                        Setting.seed(),
                        Setting.steps("steps", 15, 50),
                        Setting.guidance(1.5, 100),
                        Setting.upsampling(),
                        Setting.format(TWO_FORMATS));
    }

    private static ReplicateModel edit(String name, Set<Operation> operations, Mask mask, Fields fields) {
        return new ReplicateModel(
                name,
                FLUX + name,
                Optional.empty(),
                operations,
                new InputLimits(1, 1, mask, TWENTY_MEGAPIXELS, true, ReplicateModel.LONGEST_PROMPT),
                SizeLimits.ofInput(),
                fields,
                List.of());
    }
}
