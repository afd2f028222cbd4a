package org.image2ai.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;

/**
 * A model as clients see it.
 *
 * @param id its full name, to be given as {@code model}
 * @param title for people
 * @param provider the provider's id
 * @param vendor who it is
 * @param local whether data stays on the server
 * @param region where data goes
 * @param operations wire names of what it can do
 * @param inputs what it takes
 * @param size the sizes it makes; absent when the size follows from the input
 * @param parameters further parameters
 * @param maxCount how many pictures at once
 * @param prices credits of each operation
 */
public record ModelView(
        String id,
        String title,
        String provider,
        String vendor,
        boolean local,
        String region,
        List<String> operations,
        Inputs inputs,
        Optional<Sizes> size,
        List<Parameter> parameters,
        int maxCount,
        List<Cost> prices) {
    /** What a model takes. */
    public record Inputs(
            int minImages,
            int maxImages,
            String mask,
            long maxPixels,
            boolean promptRequired,
            int maxPromptCharacters) {}

    /** The sizes a model makes, in pixels; {@code fixed} lists the only ones when it is not empty. */
    public record Sizes(int min, int max, int step, List<String> fixed, String preferred) {}

    /** A parameter; {@code min} and {@code max} count characters for text. */
    public record Parameter(
            String name,
            String kind,
            List<String> choices,
            Optional<Double> min,
            Optional<Double> max,
            String description) {}

    /** The price of an operation, per {@code image} or {@code megapixel}. */
    public record Cost(String operation, String unit, BigDecimal credits) {}

    static ModelView of(CatalogueEntry entry) {
        ImageModel model = entry.model();
        return new ModelView(
                entry.fullName(),
                model.title(),
                entry.provider(),
                entry.vendor(),
                entry.local(),
                model.region(),
                model.operations().stream().map(Operation::wireName).sorted().toList(),
                inputs(model),
                sizes(model.size()),
                model.parameters().stream().map(ModelView::parameter).toList(),
                model.maxCount(),
                model.prices().stream().map(ModelView::cost).toList());
    }

    private static Inputs inputs(ImageModel model) {
        return new Inputs(
                model.inputs().minImages(),
                model.inputs().maxImages(),
                lower(model.inputs().mask()),
                model.inputs().maxPixels(),
                model.inputs().promptRequired(),
                model.inputs().maxPromptCharacters());
    }

    private static Optional<Sizes> sizes(SizeLimits limits) {
        if (limits.follows()) {
            return Optional.empty();
        }
        List<String> fixed =
                limits.fixed().stream().map(SizeLimits.Size::toString).toList();
        return Optional.of(new Sizes(
                limits.min(),
                limits.max(),
                limits.step(),
                fixed,
                limits.preferred().toString()));
    }

    private static Parameter parameter(ParameterSpec spec) {
        return new Parameter(
                spec.name(), lower(spec.kind()), spec.choices(), spec.min(), spec.max(), spec.description());
    }

    private static Cost cost(Price price) {
        return new Cost(price.operation().wireName(), lower(price.unit()), price.credits());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
