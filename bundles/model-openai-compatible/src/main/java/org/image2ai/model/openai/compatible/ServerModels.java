package org.image2ai.model.openai.compatible;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.Money;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.kit.vendor.AccountSettings;

/** The models of a server: their names from the operator or the server, all else from the operator. */
final class ServerModels {
    private static final long MOST_PIXELS = 50_000_000;
    private static final int MOST_PROMPT = 32_000;

    private final AccountSettings account;
    private final ServerSettings server;

    ServerModels(AccountSettings account, ServerSettings server) {
        this.account = account;
        this.server = server;
    }

    /** @throws org.image2ai.api.PlatformException INVALID {@code invalid_setting} for a model without a price */
    List<ImageModel> of(Iterable<String> wireNames) {
        Map<String, ImageModel> all = new LinkedHashMap<>();
        for (String wireName : wireNames) {
            String name = name(wireName);
            if (all.put(name, model(name, wireName)) != null) {
                throw account.wrong("models", "a list in which " + name + " stands for one model only");
            }
        }
        return List.copyOf(all.values());
    }

    /** The platform's name of a server's model: {@code stabilityai/SDXL-Turbo} is {@code stabilityai-sdxl-turbo}. */
    static String name(String wireName) {
        String plain = wireName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        String name = plain.replaceAll("^[^a-z0-9]+", "");
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    private ImageModel model(String name, String wireName) {
        BigDecimal credits = account.models()
                .getOrDefault(wireName, Optional.empty())
                .or(server::creditsPerImage)
                .orElseThrow(() -> account.wrong(
                        "creditsPerImage", "set, or " + wireName + "=credits written in models: it has no price"));
        Set<Operation> operations = server.operations();
        boolean takesPictures = operations.stream().anyMatch(one -> one != Operation.GENERATE);
        boolean takesMask = operations.contains(Operation.EDIT) || operations.contains(Operation.INPAINT);
        Mask mask =
                operations.equals(Set.of(Operation.INPAINT)) ? Mask.REQUIRED : takesMask ? Mask.OPTIONAL : Mask.REFUSED;
        int fewest = operations.contains(Operation.GENERATE) ? 0 : 1;
        boolean variesOnly = operations.equals(Set.of(Operation.VARIATION));
        return new ImageModel(
                name,
                wireName,
                operations,
                new InputLimits(
                        fewest,
                        takesPictures ? server.maxInputs() : 0,
                        mask,
                        takesPictures ? MOST_PIXELS : 0,
                        !operations.contains(Operation.VARIATION),
                        variesOnly ? 0 : MOST_PROMPT),
                SizeLimits.only(server.sizes()),
                server.words().keySet().stream().map(Wish::spec).toList(),
                server.maxCount(),
                prices(credits),
                server.region());
    }

    private List<Price> prices(BigDecimal credits) {
        List<Price> prices = new ArrayList<>();
        Money cost = Money.of(server.costPerImage().toPlainString(), "USD");
        server.operations().forEach(one -> prices.add(new Price(one, Price.Unit.IMAGE, credits, cost)));
        return prices;
    }
}
