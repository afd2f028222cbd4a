package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What was rendered, by whom and why by them.
 *
 * @param model the full name of the model that ran
 * @param provider the provider's id
 * @param vendor who it is
 * @param result what the provider said
 * @param creditsPerImage the price of this route, exact
 * @param source what the model's method makes of a photograph, or of nothing
 * @param attempts every candidate that was tried, in order, the last one being the one that ran
 */
public record RouteResult(
        String model,
        String provider,
        String vendor,
        RenderResult result,
        BigDecimal creditsPerImage,
        DigitalSourceType source,
        List<Attempt> attempts) {
    /**
     * One candidate that was tried.
     *
     * @param model its full name
     * @param reason why it was chosen
     * @param error the code of its failure; empty when it succeeded
     * @param millis how long it took
     */
    public record Attempt(String model, String reason, String error, long millis) {}

    public RouteResult {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(creditsPerImage, "creditsPerImage");
        Objects.requireNonNull(source, "source");
        attempts = List.copyOf(attempts);
    }
}
