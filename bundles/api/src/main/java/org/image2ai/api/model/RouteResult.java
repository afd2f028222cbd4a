package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.Money;

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
 * @param estimatedCost what the price list says that the vendor charges
 */
public record RouteResult(
        String model,
        String provider,
        String vendor,
        RenderResult result,
        BigDecimal creditsPerImage,
        DigitalSourceType source,
        List<Attempt> attempts,
        Optional<Money> estimatedCost) {
    /**
     * One candidate that was tried.
     *
     * @param model its full name
     * @param reason why it was chosen
     * @param error the code of its failure; empty when it succeeded
     * @param millis how long it took
     * @param cost what the vendor charged for a failure, where it said so: our cost, and not the person's
     */
    public record Attempt(String model, String reason, String error, long millis, Optional<Money> cost) {
        /** One that cost nothing beside what the result says. */
        public Attempt(String model, String reason, String error, long millis) {
            this(model, reason, error, millis, Optional.empty());
        }
    }

    public RouteResult {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(creditsPerImage, "creditsPerImage");
        Objects.requireNonNull(source, "source");
        attempts = List.copyOf(attempts);
        Objects.requireNonNull(estimatedCost, "estimatedCost");
    }

    /** A result of a model that nobody charges for. */
    public RouteResult(
            String model,
            String provider,
            String vendor,
            RenderResult result,
            BigDecimal creditsPerImage,
            DigitalSourceType source,
            List<Attempt> attempts) {
        this(model, provider, vendor, result, creditsPerImage, source, attempts, Optional.empty());
    }
}
