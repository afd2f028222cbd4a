package org.image2ai.model.openai;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.DollarPrices;

/** The models that are known, with what each can do and costs. */
final class Models {
    static final String DALL_E_2 = "dall-e-2";

    /** What is asked of OpenAI where the person says nothing, so that the price is known before. */
    static final String USUAL_QUALITY = "medium";

    private static final List<String> GPT_IMAGE = List.of(
            "gpt-image-2.6-sunburst",
            "gpt-image-2.6-flare",
            "gpt-image-2.5-sunburst",
            "gpt-image-2.5-flare",
            "gpt-image-2",
            "gpt-image-1.5",
            "gpt-image-1",
            "gpt-image-1-mini");
    private static final Map<String, String> TITLES = Map.of(
            "gpt-image-2.6-sunburst", "GPT Image 2.6 Sunburst",
            "gpt-image-2.6-flare", "GPT Image 2.6 Flare",
            "gpt-image-2.5-sunburst", "GPT Image 2.5 Sunburst",
            "gpt-image-2.5-flare", "GPT Image 2.5 Flare",
            "gpt-image-2", "GPT Image 2",
            "gpt-image-1.5", "GPT Image 1.5",
            "gpt-image-1", "GPT Image 1",
            "gpt-image-1-mini", "GPT Image 1 mini");
    private static final List<String> SIZES = List.of("1024x1024", "1024x1536", "1536x1024");
    private static final Size SQUARE = new Size(1024, 1024);
    private static final long MOST_PIXELS = 50_000_000;
    private final DollarPrices prices;
    private final String region;

    Models(DollarPrices prices, String region) {
        this.prices = prices;
        this.region = region;
    }

    /** All of them, the best first. */
    List<ImageModel> all() {
        List<ImageModel> all = new ArrayList<>();
        GPT_IMAGE.forEach(name -> all.add(gptImage(name)));
        all.add(dallE2());
        return List.copyOf(all);
    }

    private ImageModel gptImage(String name) {
        Tariff tariff = Tariff.of(name).orElseThrow();
        List<ParameterSpec> parameters = parameters(takesFidelity(name));
        List<Price> priced = new ArrayList<>();
        for (String size : SIZES) {
            priced.addAll(bySize(Operation.GENERATE, tariff, size, BigDecimal.ZERO, Map.of()));
            for (Operation operation : List.of(Operation.EDIT, Operation.INPAINT)) {
                if (takesFidelity(name)) {
                    Map<String, String> high = Map.of("inputFidelity", "high");
                    priced.addAll(bySize(operation, tariff, size, tariff.inputPicture(true), high));
                }
                priced.addAll(bySize(operation, tariff, size, tariff.inputPicture(false), Map.of()));
            }
        }
        return new ImageModel(
                name,
                TITLES.get(name),
                Set.of(Operation.GENERATE, Operation.EDIT, Operation.INPAINT),
                new InputLimits(0, 16, Mask.OPTIONAL, MOST_PIXELS, true, 32_000),
                SizeLimits.only(SIZES.stream().map(Models::size).toList(), SQUARE),
                parameters,
                10,
                priced,
                region);
    }

    /** gpt-image-2 and later always look closely, and mini never does. */
    private static boolean takesFidelity(String name) {
        return name.equals("gpt-image-1") || name.equals("gpt-image-1.5");
    }

    private List<Price> bySize(
            Operation operation, Tariff tariff, String size, BigDecimal more, Map<String, String> also) {
        List<Price> all = new ArrayList<>();
        for (String quality : Tariff.QUALITIES) {
            Map<String, String> where = new HashMap<>(also);
            where.put("size", size);
            where.put("quality", quality);
            all.add(prices.image(operation, tariff.picture(size, quality).add(more), where));
        }
        Map<String, String> usual = new HashMap<>(also);
        usual.put("size", size);
        all.add(prices.image(operation, tariff.picture(size, USUAL_QUALITY).add(more), usual));
        return all;
    }

    private static List<ParameterSpec> parameters(boolean fidelity) {
        List<ParameterSpec> all = new ArrayList<>(List.of(
                ParameterSpec.choice(
                        "quality", Tariff.QUALITIES, "How much work goes into it; medium where not given."),
                ParameterSpec.choice(
                        "background",
                        List.of("auto", "opaque", "transparent"),
                        "What is behind the subject; transparent for a cut-out."),
                ParameterSpec.choice(
                        "outputFormat", List.of("png", "jpeg", "webp"), "The format in which OpenAI encodes it."),
                ParameterSpec.integer("outputCompression", 0, 100, "Quality of JPEG and WebP, 100 for the best.")));
        if (fidelity) {
            all.add(ParameterSpec.choice(
                    "inputFidelity", List.of("low", "high"), "How closely faces and details of the inputs are kept."));
        }
        return all;
    }

    private ImageModel dallE2() {
        List<Price> priced = new ArrayList<>();
        for (Operation operation : List.of(Operation.GENERATE, Operation.VARIATION)) {
            Tariff.DALL_E_2.forEach(
                    (size, dollars) -> priced.add(prices.image(operation, dollars, Map.of("size", size))));
        }
        return new ImageModel(
                DALL_E_2,
                "DALL·E 2",
                Set.of(Operation.GENERATE, Operation.VARIATION),
                new InputLimits(0, 1, Mask.REFUSED, MOST_PIXELS, false, 1_000),
                SizeLimits.only(List.of(new Size(256, 256), new Size(512, 512), SQUARE), SQUARE),
                List.of(),
                10,
                priced,
                region);
    }

    private static Size size(String text) {
        String[] sides = text.split("x");
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
