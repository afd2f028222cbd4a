package org.image2ai.api.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.Money;

/**
 * What a provider made.
 *
 * @param images the outputs that were written to their end; may be fewer than asked, not none
 * @param parameters what became of each parameter of the request; one that is not named was honoured
 * @param cost what the vendor charged, where it said so
 * @param vendorRequestId the vendor's own id of the call, for its support
 * @param details more for the receipt, JSON-able (String, Number, Boolean, List, Map); never personal data
 * @param source what the method that ran makes of a photograph; empty where it is what {@link ImageModel#source} says,
 *     which only a model with methods of different kinds cannot know beforehand
 */
public record RenderResult(
        List<RenderedImage> images,
        List<ParameterOutcome> parameters,
        Optional<Money> cost,
        Optional<String> vendorRequestId,
        Map<String, Object> details,
        Optional<DigitalSourceType> source) {
    /**
     * One picture.
     *
     * @param output its number, as in {@link RenderSession#output}
     * @param seed the seed that gives it again, where there is one
     */
    public record RenderedImage(int output, Optional<Long> seed) {
        public RenderedImage {
            Objects.requireNonNull(seed, "seed");
        }
    }

    public RenderResult {
        images = List.copyOf(images);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(vendorRequestId, "vendorRequestId");
        details = Map.copyOf(details);
        Objects.requireNonNull(source, "source");
    }

    /** A result of the kind that its model says. */
    public RenderResult(
            List<RenderedImage> images,
            List<ParameterOutcome> parameters,
            Optional<Money> cost,
            Optional<String> vendorRequestId,
            Map<String, Object> details) {
        this(images, parameters, cost, vendorRequestId, details, Optional.empty());
    }

    /** Pictures with nothing more to say. */
    public static RenderResult of(List<RenderedImage> images, Map<String, Object> details) {
        return new RenderResult(images, List.of(), Optional.empty(), Optional.empty(), details);
    }

    /** The same, of a method that makes something else than its model says. */
    public RenderResult madeAs(DigitalSourceType kind) {
        return new RenderResult(images, parameters, cost, vendorRequestId, details, Optional.of(kind));
    }
}
