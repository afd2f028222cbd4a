package org.image2ai.model.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Google's price list as of October 2026, paid tier, standard processing, in US dollars, from
 * <a href="https://ai.google.dev/gemini-api/docs/pricing">Gemini Developer API pricing</a>: per million tokens, with the
 * tokens of a picture from the same page. What an answer really cost is in its tokens; the figures per picture serve to
 * tell the price before, for one input picture where there is one.
 *
 * @param input per million tokens of words and pictures that go in
 * @param text per million tokens of words that come out, and of thoughts
 * @param image per million tokens of pictures that come out
 * @param tokens those of a picture that comes out, by class of size
 * @param inputTokens those of a picture that goes in
 */
record Tariff(BigDecimal input, BigDecimal text, BigDecimal image, Map<String, Integer> tokens, int inputTokens) {
    /** Gemini's models. */
    static final Map<String, Tariff> GEMINI = Map.of(
            "gemini-3.1-flash-image",
            of("0.50", "3", "60", Map.of("512", 747, "1K", 1_120, "2K", 1_680, "4K", 2_520), 1_120),
            "gemini-3.1-flash-lite-image",
            of("0.25", "1.50", "30", Map.of("1K", 1_120), 1_120),
            "gemini-3-pro-image",
            of("2", "12", "120", Map.of("1K", 1_120, "2K", 1_120, "4K", 2_000), 560));

    /** Imagen's models, per picture of any size; as they stood until Google removed them in August 2026. */
    static final Map<String, BigDecimal> IMAGEN = Map.of(
            "imagen-4.0-generate-001", new BigDecimal("0.04"),
            "imagen-4.0-ultra-generate-001", new BigDecimal("0.06"),
            "imagen-4.0-fast-generate-001", new BigDecimal("0.02"));

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static Tariff of(String input, String text, String image, Map<String, Integer> tokens, int inputTokens) {
        return new Tariff(new BigDecimal(input), new BigDecimal(text), new BigDecimal(image), tokens, inputTokens);
    }

    /** What a picture costs before it is made. */
    BigDecimal picture(String sizeClass) {
        return cost(tokens.get(sizeClass), image);
    }

    /** What an input picture adds to that. */
    BigDecimal inputPicture() {
        return cost(inputTokens, input);
    }

    /** What an answer cost by its {@code usageMetadata}; empty where that does not tell pictures from words. */
    Optional<BigDecimal> actual(JsonNode usage) {
        JsonNode details = usage.path("candidatesTokensDetails");
        if (!usage.path("promptTokenCount").isNumber() || !details.isArray()) {
            return Optional.empty();
        }
        long pictures = 0;
        for (JsonNode one : details) {
            pictures += one.path("modality").asText().equals("IMAGE")
                    ? one.path("tokenCount").asLong()
                    : 0;
        }
        long words = Math.max(0, usage.path("candidatesTokenCount").asLong() - pictures)
                + usage.path("thoughtsTokenCount").asLong();
        return Optional.of(cost(usage.path("promptTokenCount").asLong(), input)
                .add(cost(words, text))
                .add(cost(pictures, image)));
    }

    private static BigDecimal cost(long tokens, BigDecimal perMillion) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }
}
