package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.image2ai.api.Money;

/**
 * What one operation costs. Credits are what the person pays; the cost is what the vendor takes from us.
 *
 * @param operation the operation
 * @param unit what is counted
 * @param credits per unit; a decimal, rounded up once when a job is held and posted
 * @param cost what the vendor charges per unit; zero for models in this process
 * @param where the values of parameters ({@code quality}: {@code high}; {@code size}: {@code 1024x1536}) that this
 *     price is for; of several prices that fit a request the first is taken
 * @param quantity how many units one picture takes, for {@link Unit#STEP} and {@link Unit#TOKEN}; else 1
 */
public record Price(
        Operation operation,
        Unit unit,
        BigDecimal credits,
        Money cost,
        Map<String, String> where,
        BigDecimal quantity) {
    /** What a price counts. */
    public enum Unit {
        /** Each picture made. */
        IMAGE,
        /** Each million pixels of each picture made. */
        MEGAPIXEL,
        /** Each step of each picture made: the parameter {@code steps}, or the quantity where it is not given. */
        STEP,
        /** Each token of output of each picture made. */
        TOKEN
    }

    public Price {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(cost, "cost");
        where = Map.copyOf(where);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity of " + operation.wireName() + " is " + quantity);
        }
        if (credits.signum() < 0 || cost.amount().signum() < 0) {
            throw new IllegalArgumentException("price of " + operation.wireName() + " is negative");
        }
    }

    /** A price of each unit, whatever the parameters. */
    public Price(Operation operation, Unit unit, BigDecimal credits, Money cost) {
        this(operation, unit, credits, cost, Map.of(), BigDecimal.ONE);
    }

    /** So many credits an image, and nothing to a vendor. */
    public static Price creditsPerImage(Operation operation, String credits) {
        return new Price(operation, Unit.IMAGE, new BigDecimal(credits), Money.ZERO);
    }
}
