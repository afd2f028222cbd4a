package org.image2ai.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.image2ai.api.Money;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.Quote;

/** What a request costs at a model: exact, never rounded here. A model without a price cannot be routed to. */
final class Prices {
    private static final int DIGITS_OF_A_MILLION = 6;

    private Prices() {}

    /**
     * What a request costs.
     *
     * @param quote what the person pays
     * @param price the entry of the price list
     * @param units how many of its units one picture takes
     */
    record Priced(Quote quote, Price price, BigDecimal units) {
        /** What the vendor takes, as its price list says. */
        Money cost() {
            BigDecimal each = price.cost().amount().multiply(units);
            return new Money(
                    each.multiply(BigDecimal.valueOf(quote.count())),
                    price.cost().currency());
        }
    }

    /** What a request costs; {@code null} where the price list has nothing for it. */
    static Priced of(Fitted fitted) {
        List<Price> prices = fitted.entry().model().prices();
        for (Price price : prices) {
            if (price.operation() == fitted.request().operation() && isFor(price, fitted)) {
                return priced(fitted, price);
            }
        }
        return null;
    }

    private static boolean isFor(Price price, Fitted fitted) {
        for (Map.Entry<String, String> one : price.where().entrySet()) {
            Object given = one.getKey().equals("size")
                    ? fitted.size().orElse(null)
                    : fitted.parameters().get(one.getKey());
            if (given == null || !given.toString().equals(one.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Priced priced(Fitted fitted, Price price) {
        BigDecimal units = units(fitted, price);
        BigDecimal each = price.unit() == Price.Unit.IMAGE
                ? price.credits()
                : price.credits().multiply(units);
        int pictures = fitted.request().count();
        BigDecimal all = pictures == 1 ? each : each.multiply(BigDecimal.valueOf(pictures));
        Quote quote = new Quote(fitted.entry().fullName(), each, pictures, all);
        return new Priced(quote, price, units);
    }

    /** How many units one picture takes. */
    private static BigDecimal units(Fitted fitted, Price price) {
        return switch (price.unit()) {
            case IMAGE -> BigDecimal.ONE;
            case MEGAPIXEL -> BigDecimal.valueOf(fitted.pixels(), DIGITS_OF_A_MILLION);
            case STEP ->
                fitted.parameters().get("steps") instanceof Long steps ? BigDecimal.valueOf(steps) : price.quantity();
            case TOKEN -> price.quantity();
        };
    }
}
