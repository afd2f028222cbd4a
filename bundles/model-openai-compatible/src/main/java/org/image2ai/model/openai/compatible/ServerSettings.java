package org.image2ai.model.openai.compatible;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.AccountSettings;

/**
 * What the operator says of a server, which cannot say it itself.
 *
 * @param creditsPerImage of models without a price of their own
 * @param words the parameters that it takes, and its own words for them
 * @param responseFormat empty where it does not know the word
 */
record ServerSettings(
        Set<Operation> operations,
        List<Size> sizes,
        int maxCount,
        int maxInputs,
        Optional<BigDecimal> creditsPerImage,
        BigDecimal costPerImage,
        Map<Wish, String> words,
        Optional<String> responseFormat,
        String region) {
    private static final Set<Operation> POSSIBLE =
            EnumSet.of(Operation.GENERATE, Operation.EDIT, Operation.INPAINT, Operation.VARIATION);

    static ServerSettings of(AccountSettings settings) {
        return new ServerSettings(
                operations(settings),
                sizes(settings),
                settings.integer("maxCount", 1, 10).orElse(4),
                settings.integer("maxInputs", 1, 16).orElse(1),
                settings.amount("creditsPerImage"),
                settings.amount("costPerImage").orElse(BigDecimal.ZERO),
                words(settings),
                responseFormat(settings),
                settings.text("region").orElse(settings.account().local() ? "local" : "unknown"));
    }

    private static Set<Operation> operations(AccountSettings settings) {
        Set<Operation> all = EnumSet.noneOf(Operation.class);
        for (String word : settings.list("operations")) {
            all.add(Operation.ofWireName(word)
                    .filter(POSSIBLE::contains)
                    .orElseThrow(() -> settings.wrong("operations", "a list of generate, edit, inpaint, variation")));
        }
        return all.isEmpty() ? EnumSet.of(Operation.GENERATE) : all;
    }

    private static List<Size> sizes(AccountSettings settings) {
        List<Size> all = new ArrayList<>();
        for (String word : settings.list("sizes")) {
            if (!word.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                throw settings.wrong("sizes", "a list of sizes like 1024x768");
            }
            String[] sides = word.split("x");
            all.add(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
        }
        return all.isEmpty() ? List.of(new Size(1024, 1024), new Size(768, 768), new Size(512, 512)) : all;
    }

    private static Map<Wish, String> words(AccountSettings settings) {
        Map<Wish, String> words = new LinkedHashMap<>();
        for (String entry : settings.list("parameters")) {
            String[] pair = entry.split("\\s*=\\s*", 2);
            Wish wish = Wish.of(pair[0])
                    .orElseThrow(() ->
                            settings.wrong("parameters", "a list of seed, steps, guidance, negativePrompt, quality"));
            words.put(wish, pair.length == 2 ? pair[1] : wish.usualWord());
        }
        return words;
    }

    private static Optional<String> responseFormat(AccountSettings settings) {
        String format = settings.text("responseFormat").orElse("b64_json");
        if (!Set.of("b64_json", "url", "none").contains(format)) {
            throw settings.wrong("responseFormat", "b64_json, url or none");
        }
        return Optional.of(format).filter(word -> !word.equals("none"));
    }
}
