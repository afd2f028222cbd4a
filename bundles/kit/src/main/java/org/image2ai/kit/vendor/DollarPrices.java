package org.image2ai.kit.vendor;

import java.math.BigDecimal;
import java.util.Map;
import org.image2ai.api.Money;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;

/**
 * A vendor's price list, which is in US dollars, as prices of models: the cost as it stands there, and credits by the
 * operator's rate.
 */
public final class DollarPrices {
    private final BigDecimal creditsPerDollar;

    /** At the rate of an account. */
    public DollarPrices(AccountSettings settings) {
        creditsPerDollar = settings.creditsPerDollar();
    }

    /** A price of each picture. */
    public Price image(Operation operation, BigDecimal dollars, Map<String, String> where) {
        return of(operation, Price.Unit.IMAGE, dollars, where, BigDecimal.ONE);
    }

    /** A price of each picture, whatever the parameters. */
    public Price image(Operation operation, String dollars) {
        return image(operation, new BigDecimal(dollars), Map.of());
    }

    /** A price of each unit, of which a picture takes so many. */
    public Price of(
            Operation operation, Price.Unit unit, BigDecimal dollars, Map<String, String> where, BigDecimal quantity) {
        BigDecimal credits = dollars.multiply(creditsPerDollar).stripTrailingZeros();
        return new Price(operation, unit, credits, Money.of(dollars.toPlainString(), "USD"), where, quantity);
    }
}
