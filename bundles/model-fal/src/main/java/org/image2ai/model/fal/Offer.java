package org.image2ai.model.fal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.DollarPrices;
import org.image2ai.model.fal.Endpoint.Traits;

/**
 * What an account offers: of the known endpoints all, or those that its operator named, and whatever else he named
 * with a price. What such an endpoint takes is what most of its kind take.
 *
 * @param endpoints what is called
 * @param models the same for the platform, in the same order
 */
record Offer(List<Endpoint> endpoints, List<ImageModel> models) {
    private static final String KEY = "models";
    private static final String SEVERAL = "edits";
    private static final int MOST_IMAGES = 4;
    private static final int PLACES = 6;

    static Offer of(AccountSettings settings) {
        DollarPrices prices = new DollarPrices(settings);
        String region = settings.text("region").orElse("unknown");
        List<Endpoint> endpoints = new ArrayList<>();
        List<ImageModel> models = new ArrayList<>();
        if (settings.models().isEmpty()) {
            endpoints.addAll(Endpoints.KNOWN);
            Endpoints.KNOWN.forEach(known -> models.add(known.toModel(prices, Optional.empty(), region)));
        }
        Set<String> names = new HashSet<>();
        settings.models().forEach((entry, credits) -> {
            Endpoint endpoint = known(entry).orElseGet(() -> other(settings, entry, credits));
            if (!names.add(endpoint.name())) {
                throw settings.wrong(KEY, "a list that names " + endpoint.name() + " once");
            }
            endpoints.add(endpoint);
            models.add(endpoint.toModel(prices, credits, region));
        });
        return new Offer(List.copyOf(endpoints), List.copyOf(models));
    }

    Endpoint endpoint(String model) {
        return endpoints.stream()
                .filter(one -> one.name().equals(model))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid("unknown_model", "fal has no model " + model + " here.")
                        .withField("model"));
    }

    private static Optional<Endpoint> known(String entry) {
        return Endpoints.KNOWN.stream()
                .filter(one -> one.id().equals(entry) || one.name().equals(entry))
                .findFirst();
    }

    /** One that only the operator knows: {@code edit:owner/app/path=credits}. */
    private static Endpoint other(AccountSettings settings, String entry, Optional<BigDecimal> credits) {
        int colon = entry.indexOf(':');
        String kind = colon < 0 ? Operation.GENERATE.wireName() : entry.substring(0, colon);
        String id = entry.substring(colon + 1);
        if (!Endpoint.isId(id) || Endpoint.name(id).length() > 64) {
            List<String> all = Endpoints.KNOWN.stream().map(Endpoint::name).toList();
            throw settings.wrong(KEY, "a list of owner/app/path=credits and of " + String.join(", ", all));
        }
        BigDecimal price = credits.orElseThrow(() ->
                settings.wrong(KEY, "a list with a price for " + id + ", as " + id + "=4: it is in no list here"));
        Tariff tariff = new Tariff(dollars(price, settings.creditsPerDollar()), false);
        Operation operation =
                Operation.ofWireName(kind.equals(SEVERAL) ? "edit" : kind).orElseThrow(() -> noOperation(settings));
        InputLimits inputs =
                switch (operation) {
                    case GENERATE -> InputLimits.promptOnly(Endpoints.LONGEST_PROMPT);
                    case EDIT -> Endpoints.prompted(kind.equals(SEVERAL) ? MOST_IMAGES : 1, Mask.REFUSED);
                    case INPAINT -> Endpoints.prompted(1, Mask.REQUIRED);
                    case UPSCALE, REMOVE_BACKGROUND -> InputLimits.oneImage(Mask.REFUSED, Endpoints.FOUR_MEGAPIXELS);
                    default -> throw noOperation(settings);
                };
        return new Endpoint(
                id,
                id,
                operation,
                tariff,
                inputs,
                operation == Operation.GENERATE ? Endpoints.SIZES : SizeLimits.ofInput(),
                inputs.promptRequired() ? List.of(Parameters.SEED) : List.of(),
                1,
                kind.equals(SEVERAL) ? Traits.SEVERAL : Traits.USUAL);
    }

    private static PlatformException noOperation(AccountSettings settings) {
        return settings.wrong(
                KEY,
                "a list in which only generate, edit, edits, inpaint, upscale or remove-background stand before :");
    }

    /** What it costs nobody here knows; the operator's price is taken for it. */
    private static BigDecimal dollars(BigDecimal credits, BigDecimal creditsPerDollar) {
        return creditsPerDollar.signum() == 0
                ? BigDecimal.ZERO
                : credits.divide(creditsPerDollar, PLACES, RoundingMode.UP).stripTrailingZeros();
    }
}
