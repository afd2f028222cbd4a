package org.image2ai.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.Money;

/**
 * OpenAI's price list as of 25 November 2026, standard processing, in US dollars: per million tokens from
 * <a href="https://developers.openai.com/api/docs/pricing">the price list</a>, per picture from the examples of
 * <a href="https://developers.openai.com/api/docs/guides/image-generation">the guide to image generation</a>. What a
 * picture really cost is in the tokens of the answer; the figures per picture serve to tell the price before.
 *
 * <p>Of gpt-image-2.5 and 2.6 only the tokens are published: before, they are taken to cost what gpt-image-2 costs. What
 * input pictures cost depends on their number and size; it is estimated for one picture of 1024×1024.
 *
 * @param text per million tokens of text
 * @param input per million tokens of input pictures
 * @param output per million tokens of output
 * @param square a picture of 1024×1024 in low, medium and high quality
 * @param oblong a picture of 1024×1536 or 1536×1024, likewise
 * @param inputTokens tokens of an input picture, usually and with high fidelity
 */
record Tariff(
        BigDecimal text,
        BigDecimal input,
        BigDecimal output,
        List<BigDecimal> square,
        List<BigDecimal> oblong,
        List<Integer> inputTokens) {
    /** The words for quality, as in the lists of prices. */
    static final List<String> QUALITIES = List.of("low", "medium", "high");

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final List<Integer> TILED = List.of(194, 4_354);
    private static final List<Integer> ALWAYS_HIGH = List.of(4_354, 4_354);

    private static final Tariff IMAGE_2 = new Tariff(
            dollars("5"),
            dollars("8"),
            dollars("30"),
            list("0.006", "0.053", "0.211"),
            list("0.005", "0.041", "0.165"),
            ALWAYS_HIGH);

    private static final Map<String, Tariff> BY_MODEL = Map.of(
            "gpt-image-2.6-sunburst",
            IMAGE_2,
            "gpt-image-2.6-flare",
            IMAGE_2,
            "gpt-image-2.5-sunburst",
            IMAGE_2,
            "gpt-image-2.5-flare",
            IMAGE_2,
            "gpt-image-2",
            IMAGE_2,
            "gpt-image-1.5",
            new Tariff(
                    dollars("5"),
                    dollars("8"),
                    dollars("32"),
                    list("0.009", "0.034", "0.133"),
                    list("0.013", "0.050", "0.200"),
                    TILED),
            "gpt-image-1",
            new Tariff(
                    dollars("5"),
                    dollars("10"),
                    dollars("40"),
                    list("0.011", "0.042", "0.167"),
                    list("0.016", "0.063", "0.250"),
                    TILED),
            "gpt-image-1-mini",
            new Tariff(
                    dollars("2"),
                    dollars("2.5"),
                    dollars("8"),
                    list("0.005", "0.011", "0.036"),
                    list("0.006", "0.015", "0.052"),
                    TILED));

    /** dall-e-2, per picture by size; it had one quality. */
    static final Map<String, BigDecimal> DALL_E_2 =
            Map.of("256x256", dollars("0.016"), "512x512", dollars("0.018"), "1024x1024", dollars("0.020"));

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount);
    }

    private static List<BigDecimal> list(String... amounts) {
        return List.of(amounts).stream().map(BigDecimal::new).toList();
    }

    static Optional<Tariff> of(String model) {
        return Optional.ofNullable(BY_MODEL.get(model));
    }

    /** What a picture costs before it is made. */
    BigDecimal picture(String size, String quality) {
        return (size.equals("1024x1024") ? square : oblong).get(QUALITIES.indexOf(quality));
    }

    /** What an input picture adds to that. */
    BigDecimal inputPicture(boolean highFidelity) {
        return cost(inputTokens.get(highFidelity ? 1 : 0), input);
    }

    /** What an answer cost by its {@code usage}; empty when it has none. */
    Optional<Money> actual(JsonNode usage) {
        if (!usage.path("output_tokens").isNumber()) {
            return Optional.empty();
        }
        JsonNode details = usage.path("input_tokens_details");
        long pictures = details.path("image_tokens").asLong();
        long texts =
                details.path("text_tokens").asLong(usage.path("input_tokens").asLong() - pictures);
        BigDecimal sum = cost(texts, text)
                .add(cost(pictures, input))
                .add(cost(usage.path("output_tokens").asLong(), output));
        return Optional.of(Money.of(sum.toPlainString(), "USD"));
    }

    private static BigDecimal cost(long tokens, BigDecimal perMillion) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }
}
