package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a request would cost, at most.
 *
 * @param model the model that would be taken now
 * @param creditsPerImage exact, not rounded
 * @param count how many pictures
 * @param credits the whole, exact, not rounded; the hold rounds it up to a whole credit
 */
public record Quote(String model, BigDecimal creditsPerImage, int count, BigDecimal credits) {
    public Quote {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(creditsPerImage, "creditsPerImage");
        Objects.requireNonNull(credits, "credits");
    }
}
