package org.image2ai.models;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.Quote;

/** What a request costs at a model: exact, never rounded here. A model without a price cannot be routed to. */
final class Prices {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Prices() {}

    static Optional<Quote> quote(Fitted fitted) {
        return fitted.entry().model().prices().stream()
                .filter(p -> p.operation() == fitted.request().operation())
                .findFirst()
                .map(price -> quote(fitted, price));
    }

    private static Quote quote(Fitted fitted, Price price) {
        BigDecimal each = price.unit() == Price.Unit.IMAGE
                ? price.credits()
                : price.credits()
                        .multiply(BigDecimal.valueOf(fitted.pixels()))
                        .divide(MILLION, 9, RoundingMode.HALF_UP);
        int count = fitted.request().count();
        return new Quote(fitted.entry().fullName(), each, count, each.multiply(BigDecimal.valueOf(count)));
    }
}
