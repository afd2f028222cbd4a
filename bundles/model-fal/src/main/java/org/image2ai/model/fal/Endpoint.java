package org.image2ai.model.fal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.kit.vendor.DollarPrices;

/**
 * One model at fal, which does one thing.
 *
 * @param id fal's own: {@code fal-ai/flux/dev}
 * @param title for people
 * @param operation what it does
 * @param tariff what it costs
 * @param inputs what it takes
 * @param size what it gives
 * @param parameters by which it can be told more
 * @param maxCount how many pictures one call gives; more than one needs the field {@code num_images}
 * @param traits how it differs from others
 */
record Endpoint(
        String id,
        String title,
        Operation operation,
        Tariff tariff,
        InputLimits inputs,
        SizeLimits size,
        List<ParameterSpec> parameters,
        int maxCount,
        Traits traits) {
    private static final String HOUSE = "fal-ai/";
    private static final String SEGMENT = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final Set<String> NAMESPACES = Set.of("workflows", "comfy");

    /**
     * How an endpoint differs from others.
     *
     * @param tolerant whether it knows {@code safety_tolerance}
     * @param several whether its pictures go as {@code image_urls}
     */
    record Traits(boolean tolerant, boolean several) {
        static final Traits USUAL = new Traits(false, false);
        static final Traits TOLERANT = new Traits(true, false);
        static final Traits SEVERAL = new Traits(false, true);
    }

    /** Whether a text is an id: two parts or more, of which none leads elsewhere. */
    static boolean isId(String text) {
        return text.matches(SEGMENT + "(/" + SEGMENT + "){1,6}");
    }

    /** The model's name here: {@code flux-dev}. */
    static String name(String id) {
        String own = id.startsWith(HOUSE) ? id.substring(HOUSE.length()) : id;
        return own.replace('/', '-').toLowerCase(Locale.ROOT);
    }

    String name() {
        return name(id);
    }

    /** What the requests in the queue stand under: its first two parts, whatever follows. */
    String app() {
        String[] parts = id.split("/");
        int parted = NAMESPACES.contains(parts[0]) && parts.length > 2 ? 3 : 2;
        return String.join("/", List.of(parts).subList(0, parted));
    }

    /**
     * As it is offered.
     *
     * @param credits the operator's own price of a picture
     */
    ImageModel toModel(DollarPrices list, Optional<BigDecimal> credits, String region) {
        List<Integer> scales = parameters.contains(Parameters.SCALE) ? Parameters.SCALES : List.of(1);
        List<Price> prices = tariff.prices(list, operation, size, scales);
        return new ImageModel(
                name(),
                title,
                Set.of(operation),
                inputs,
                size,
                parameters,
                maxCount,
                credits.map(own -> priced(prices, own)).orElse(prices),
                region);
    }

    /** What fal takes is not the operator's to say, and stays; a picture is taken to be of one megapixel. */
    private static List<Price> priced(List<Price> prices, BigDecimal credits) {
        return prices.stream()
                .map(price -> new Price(
                        price.operation(), Price.Unit.IMAGE, credits, price.cost(), price.where(), BigDecimal.ONE))
                .toList();
    }
}
