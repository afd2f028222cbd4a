package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.image2ai.api.Money;

/**
 * What one operation costs. Credits are what the person pays; the cost is what the vendor takes from us.
 *
 * @param operation the operation
 * @param unit what is counted
 * @param credits per unit; a decimal, rounded up once when a job is held and posted
 * @param cost what the vendor charges per unit; zero for models in this process
 */
public record Price(Operation operation, Unit unit, BigDecimal credits, Money cost) {
    /** What a price counts. */
    public enum Unit {
        /** Each picture made. */
        IMAGE,
        /** Each million pixels of each picture made. */
        MEGAPIXEL
    }

    public Price {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(cost, "cost");
        if (credits.signum() < 0 || cost.amount().signum() < 0) {
            throw new IllegalArgumentException("price of " + operation.wireName() + " is negative");
        }
    }

    /** So many credits an image, and nothing to a vendor. */
    public static Price creditsPerImage(Operation operation, String credits) {
        return new Price(operation, Unit.IMAGE, new BigDecimal(credits), Money.ZERO);
    }
}
