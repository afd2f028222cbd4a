package org.image2ai.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in a currency, not yet rounded: a price or a cost. It is rounded once, when it is posted.
 *
 * @param amount in major units of the currency
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** Nothing, in US dollars. */
    public static final Money ZERO = of("0", "USD");

    /** An amount as text, for example {@code of("0.04", "USD")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
