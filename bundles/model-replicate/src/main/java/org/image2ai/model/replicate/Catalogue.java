package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Price;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.DollarPrices;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;
import org.image2ai.model.replicate.OfficialModels.Priced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of one account: those that are known here, and those that the operator names and Replicate describes. */
final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AccountSettings settings;
    private final VendorClient client;
    private final String region;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, ReplicateModel> described = new ConcurrentHashMap<>();
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    /** One of both. */
    private record Offer(Optional<ImageModel> known, Optional<Wanted> wanted) {
        String name() {
            return known.map(ImageModel::name)
                    .or(() -> wanted.map(Wanted::name))
                    .orElseThrow();
        }
    }

    /** @throws PlatformException INVALID {@code invalid_setting} when the operator's list makes no sense */
    Catalogue(AccountSettings settings, VendorClient client) {
        this.settings = settings;
        this.client = client;
        region = settings.text("region").orElse("unknown");
        DollarPrices prices = new DollarPrices(settings);
        if (settings.models().isEmpty()) {
            OfficialModels.ALL.forEach(one -> offers.add(known(one.toModel(prices, region))));
        }
        settings.models().forEach((entry, credits) -> offers.add(offer(entry, credits, prices)));
        Set<String> names = new HashSet<>();
        offers.forEach(offer -> {
            if (!names.add(offer.name())) {
                throw settings.wrong("models", "a list with one model named " + offer.name());
            }
        });
    }

    private static Offer known(ImageModel model) {
        return new Offer(Optional.of(model), Optional.empty());
    }

    private Offer offer(String entry, Optional<BigDecimal> credits, DollarPrices prices) {
        Optional<Priced> official = OfficialModels.of(entry);
        if (official.isPresent()) {
            Priced one = official.get();
            return known(credits.map(own -> one.model()
                            .toModel(one.title(), prices(one.model(), own, new BigDecimal(one.dollars())), region))
                    .orElseGet(() -> one.toModel(prices, region)));
        }
        return credits.flatMap(own -> Wanted.of(entry, own))
                .map(wanted -> new Offer(Optional.empty(), Optional.of(wanted)))
                .orElseThrow(() -> settings.wrong(
                        "models", "a list of " + String.join(", ", OfficialModels.names()) + ", or " + Wanted.FORM));
    }

    private static List<Price> prices(ReplicateModel model, BigDecimal credits, BigDecimal dollars) {
        Money cost = Money.of(dollars.toPlainString(), "USD");
        return model.operations().stream()
                .map(operation -> new Price(operation, Price.Unit.IMAGE, credits, cost))
                .toList();
    }

    /** What can be asked now. A model whose description cannot be had stays as it was described before. */
    List<ImageModel> models() {
        List<ImageModel> models = new ArrayList<>();
        for (Offer offer : offers) {
            offer.known().ifPresent(models::add);
            offer.wanted().ifPresent(wanted -> {
                refresh(wanted);
                Optional.ofNullable(described.get(wanted.name()))
                        .ifPresent(model -> models.add(
                                model.toModel(wanted.path(), prices(model, wanted.credits(), cost(wanted)), region)));
            });
        }
        return models;
    }

    /** Replicate's price is not known: the operator's is taken for it. */
    private BigDecimal cost(Wanted wanted) {
        BigDecimal rate = settings.creditsPerDollar();
        return rate.signum() == 0 ? BigDecimal.ZERO : wanted.credits().divide(rate, MathContext.DECIMAL32);
    }

    private void refresh(Wanted wanted) {
        try {
            if (wanted.version().isEmpty() || !described.containsKey(wanted.name())) {
                described(wanted);
            }
            problems.remove(wanted.name());
        } catch (PlatformException e) {
            if (!e.getMessage().equals(problems.put(wanted.name(), e.getMessage()))) {
                LOG.info("{}: {} cannot be looked up: {}", settings.pid(), wanted.path(), e.getMessage());
            }
        }
    }

    private ReplicateModel describe(Wanted wanted) {
        String path = "/v1/models/" + wanted.path();
        String whole = wanted.version().map(id -> path + "/versions/" + id).orElse(path);
        JsonNode answer =
                client.json(VendorRequest.get(whole).until(Instant.now().plus(PATIENCE)));
        JsonNode version = wanted.version().isPresent() ? answer : answer.path("latest_version");
        String id = version.path("id").asText();
        boolean official =
                wanted.version().isEmpty() && answer.path("is_official").asBoolean();
        if (!official && id.isBlank()) {
            throw PlatformException.invalid("unsupported_model", wanted.path() + " has no version that runs.");
        }
        return new DescribedModel(wanted, new Schema(version.path("openapi_schema")))
                .toModel(
                        official
                                ? Optional.empty()
                                : Optional.of(wanted.version().orElse(id)));
    }

    /** How a model is called; empty when it is not offered, or was not described yet. */
    Optional<ReplicateModel> of(String name) {
        return offers.stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .flatMap(offer -> offer.known().isPresent()
                        ? OfficialModels.of(name).map(Priced::model)
                        : Optional.ofNullable(described.get(name)));
    }

    /**
     * The same, looked up where it was not described yet.
     *
     * @throws PlatformException when it cannot be
     */
    Optional<ReplicateModel> find(String name) {
        Optional<ReplicateModel> found = of(name);
        return found.isPresent()
                ? found
                : offers.stream()
                        .filter(offer -> offer.name().equals(name))
                        .findFirst()
                        .flatMap(Offer::wanted)
                        .map(this::described);
    }

    private ReplicateModel described(Wanted wanted) {
        ReplicateModel model = describe(wanted);
        described.put(wanted.name(), model);
        return model;
    }
}
