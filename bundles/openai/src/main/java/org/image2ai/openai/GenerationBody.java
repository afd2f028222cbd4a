package org.image2ai.openai;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A request for pictures from words, field by field as in OpenAI's reference ({@code CreateImageRequest}).
 *
 * @param prompt what is to be seen, up to 32000 characters
 * @param model a model of {@code /v1/models}; {@code auto} when absent
 * @param n how many pictures, 1 to 10
 * @param size {@code auto} or WIDTHxHEIGHT, as the model allows
 * @param quality {@code auto}, {@code low}, {@code medium}, {@code high}, {@code standard} or {@code hd}
 * @param background {@code auto}, {@code opaque} or {@code transparent}
 * @param outputFormat {@code png}, {@code jpeg} or {@code webp}
 * @param outputCompression quality of JPEG and WebP, 0 to 100
 * @param moderation {@code auto} or {@code low}
 * @param responseFormat {@code b64_json} or {@code url}, a link that works for a while
 * @param user the client's own word for its user; not kept
 * @param stream whether the answer is a stream of events
 * @param partialImages how many unfinished pictures the stream shows, 0 to 3
 * @param style a style, where the model has some
 */
public record GenerationBody(
        String prompt,
        String model,
        Integer n,
        String size,
        String quality,
        String background,
        @JsonProperty("output_format") String outputFormat,
        @JsonProperty("output_compression") Integer outputCompression,
        String moderation,
        @JsonProperty("response_format") String responseFormat,
        String user,
        Boolean stream,
        @JsonProperty("partial_images") Integer partialImages,
        String style) {
    ImageOptions options() {
        return new ImageOptions(
                prompt,
                model,
                n,
                size,
                quality,
                background,
                outputFormat,
                outputCompression,
                moderation,
                responseFormat,
                user,
                stream,
                partialImages,
                style,
                null);
    }
}
