package org.image2ai.model.fal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.image2ai.api.Money;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.kit.vendor.DollarPrices;

/**
 * What an endpoint costs. Where that is by megapixel, fal rounds each picture up to whole ones of 1024 × 1024.
 *
 * @param dollars for each picture, or each megapixel of it
 * @param byMegapixel which of the two
 */
record Tariff(BigDecimal dollars, boolean byMegapixel) {
    private static final long MEGAPIXEL = 1 << 20;

    static Tariff image(String dollars) {
        return new Tariff(new BigDecimal(dollars), false);
    }

    static Tariff megapixel(String dollars) {
        return new Tariff(new BigDecimal(dollars), true);
    }

    /**
     * As prices of a model. Those of its sizes are exact; where the size follows from the input, that of the input is
     * multiplied by the scale.
     */
    List<Price> prices(DollarPrices list, Operation operation, SizeLimits size, List<Integer> scales) {
        List<Price> prices = new ArrayList<>();
        if (byMegapixel && size.follows()) {
            for (int scale : scales.subList(1, scales.size())) {
                prices.add(perMegapixel(list, operation, scale, Map.of("scale", Integer.toString(scale))));
            }
            prices.add(perMegapixel(list, operation, scales.get(0), Map.of()));
            return prices;
        }
        if (byMegapixel) {
            size.fixed().stream()
                    .filter(one -> megapixels(pixels(one)) > 1)
                    .forEach(one -> prices.add(list.image(
                            operation,
                            dollars.multiply(BigDecimal.valueOf(megapixels(pixels(one)))),
                            Map.of("size", one.toString()))));
        }
        prices.add(list.image(operation, dollars, Map.of()));
        return prices;
    }

    private Price perMegapixel(DollarPrices list, Operation operation, int scale, Map<String, String> where) {
        BigDecimal each = dollars.multiply(BigDecimal.valueOf((long) scale * scale));
        return list.of(operation, Price.Unit.MEGAPIXEL, each, where, BigDecimal.ONE);
    }

    /** What pictures of so many pixels each cost. */
    Money cost(List<Long> pictures) {
        long units =
                byMegapixel ? pictures.stream().mapToLong(Tariff::megapixels).sum() : pictures.size();
        return Money.of(dollars.multiply(BigDecimal.valueOf(units)).toPlainString(), "USD");
    }

    static long pixels(SizeLimits.Size size) {
        return (long) size.width() * size.height();
    }

    private static long megapixels(long pixels) {
        return Math.max(1, (pixels + MEGAPIXEL - 1) / MEGAPIXEL);
    }
}
