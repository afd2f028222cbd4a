package org.image2ai.model.google;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.DollarPrices;

/** The models that are known, with what each can do and costs. */
final class Models {
    /** Of an edit: the shape of the first picture is kept, and the size tells only how large. */
    static final String KEEP_SHAPE = "keepShape";

    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("gemini-3-pro-image", "Gemini 3 Pro Image (Nano Banana Pro)");
        TITLES.put("gemini-3.1-flash-image", "Gemini 3.1 Flash Image (Nano Banana 2)");
        TITLES.put("gemini-3.1-flash-lite-image", "Gemini 3.1 Flash-Lite Image (Nano Banana 2 Lite)");
        TITLES.put("imagen-4.0-ultra-generate-001", "Imagen 4 Ultra");
        TITLES.put("imagen-4.0-generate-001", "Imagen 4");
        TITLES.put("imagen-4.0-fast-generate-001", "Imagen 4 Fast");
    }

    private static final List<String> CLASSES = List.of("1K", "2K", "4K", "512");
    private static final int GEMINI_PICTURES = 14;
    private static final long GEMINI_PIXELS = 50_000_000;
    /** Gemini takes far more; longer words than these are no prompt of a picture. */
    private static final int GEMINI_PROMPT = 32_000;
    /** 480 tokens. */
    private static final int IMAGEN_PROMPT = 1_900;

    private static final int MOST_PICTURES = 4;

    private final DollarPrices prices;
    private final String region;

    Models(DollarPrices prices, String region) {
        this.prices = prices;
        this.region = region;
    }

    /** All of them, the best first. */
    List<ImageModel> all() {
        return TITLES.keySet().stream()
                .map(name -> isImagen(name) ? imagen(name) : gemini(name))
                .toList();
    }

    static boolean isImagen(String name) {
        return name.startsWith("imagen-");
    }

    /** The classes of size that a model makes, the usual one first. */
    static List<String> classes(String name) {
        if (isImagen(name)) {
            return name.contains("-fast-") ? List.of("1K") : List.of("1K", "2K");
        }
        Tariff tariff = Tariff.GEMINI.get(name);
        return CLASSES.stream().filter(tariff.tokens()::containsKey).toList();
    }

    private ImageModel gemini(String name) {
        Tariff tariff = Tariff.GEMINI.get(name);
        Map<Size, Shape.Sized> sizes = Shape.all(Shape.GEMINI, classes(name));
        List<Price> priced = new ArrayList<>();
        sizes.forEach((size, sized) -> {
            Map<String, String> where = Map.of("size", size.toString());
            BigDecimal dollars = tariff.picture(sized.sizeClass());
            priced.add(prices.image(Operation.GENERATE, dollars, where));
            priced.add(prices.image(Operation.EDIT, dollars.add(tariff.inputPicture()), where));
        });
        return new ImageModel(
                name,
                TITLES.get(name),
                Set.of(Operation.GENERATE, Operation.EDIT),
                new InputLimits(0, GEMINI_PICTURES, Mask.REFUSED, GEMINI_PIXELS, true, GEMINI_PROMPT),
                Shape.limits(sizes),
                List.of(new ParameterSpec(
                        KEEP_SHAPE,
                        ParameterSpec.Kind.FLAG,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "An edit keeps the shape of the first picture; the size tells only how large it becomes.")),
                MOST_PICTURES,
                priced,
                region);
    }

    private ImageModel imagen(String name) {
        return new ImageModel(
                name,
                TITLES.get(name),
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(IMAGEN_PROMPT),
                Shape.limits(Shape.all(Shape.IMAGEN, classes(name))),
                List.of(ParameterSpec.choice(
                        "personGeneration",
                        List.of("dont_allow", "allow_adult", "allow_all"),
                        "Whether people may be in the picture; children with allow_all only.")),
                MOST_PICTURES,
                List.of(prices.image(Operation.GENERATE, Tariff.IMAGEN.get(name), Map.of())),
                region);
    }
}
