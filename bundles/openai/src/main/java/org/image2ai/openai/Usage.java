package org.image2ai.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.generation.Job;

/**
 * Tokens, where the vendor counts some ({@code ImageGenUsage} of OpenAI's reference). A provider tells them as
 * {@code usage} in the details of its result, under the names of this record.
 */
record Usage(
        @JsonProperty("input_tokens") long inputTokens,
        @JsonProperty("output_tokens") long outputTokens,
        @JsonProperty("total_tokens") long totalTokens,
        @JsonProperty("input_tokens_details") Details inputTokensDetails) {
    /** None counted. */
    static final Usage NONE = new Usage(0, 0, 0, new Details(0, 0));

    /** What kinds of tokens. */
    record Details(
            @JsonProperty("text_tokens") long textTokens,
            @JsonProperty("image_tokens") long imageTokens) {}

    static Optional<Usage> of(Job job) {
        return job.receipt()
                .map(receipt -> receipt.details().get("provider"))
                .filter(Map.class::isInstance)
                .map(said -> ((Map<?, ?>) said).get("usage"))
                .filter(Map.class::isInstance)
                .map(usage -> read((Map<?, ?>) usage));
    }

    private static Usage read(Map<?, ?> said) {
        Map<?, ?> details = said.get("input_tokens_details") instanceof Map<?, ?> map ? map : Map.of();
        long in = number(said, "input_tokens");
        long out = number(said, "output_tokens");
        long total = said.containsKey("total_tokens") ? number(said, "total_tokens") : in + out;
        return new Usage(in, out, total, new Details(number(details, "text_tokens"), number(details, "image_tokens")));
    }

    private static long number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
