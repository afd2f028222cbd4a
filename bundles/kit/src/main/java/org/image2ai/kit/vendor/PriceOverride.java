package org.image2ai.kit.vendor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.image2ai.api.Money;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;

/** The operator's own price of a picture. What the vendor takes is not his to say, and stays. */
final class PriceOverride {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private PriceOverride() {}

    static ImageModel of(ImageModel model, BigDecimal creditsPerImage) {
        List<Price> prices = model.prices().stream()
                .map(price -> new Price(
                        price.operation(),
                        Price.Unit.IMAGE,
                        creditsPerImage,
                        costOfOne(price, model.size()),
                        price.where(),
                        BigDecimal.ONE))
                .toList();
        return new ImageModel(
                model.name(),
                model.title(),
                model.operations(),
                model.inputs(),
                model.size(),
                model.parameters(),
                model.maxCount(),
                prices,
                model.region(),
                Map.copyOf(model.sources()));
    }

    private static Money costOfOne(Price price, SizeLimits size) {
        BigDecimal units =
                switch (price.unit()) {
                    case IMAGE -> BigDecimal.ONE;
                    case STEP, TOKEN -> price.quantity();
                    case MEGAPIXEL ->
                        BigDecimal.valueOf(size.preferred().width())
                                .multiply(BigDecimal.valueOf(size.preferred().height()))
                                .divide(MILLION);
                };
        return new Money(price.cost().amount().multiply(units), price.cost().currency());
    }
}
