package org.image2ai.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A request for a picture from pictures as JSON ({@code EditImageBodyJsonParam} of OpenAI's reference). Fields that are
 * not described here are those of {@link GenerationBody}.
 *
 * @param images 1 to 16 pictures
 * @param mask whose transparent pixels may change, of the size of the first picture
 * @param inputFidelity {@code low} or {@code high}, where the model has that
 */
public record EditBody(
        List<Reference> images,
        Reference mask,
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
        @JsonProperty("input_fidelity") String inputFidelity) {
    /**
     * A picture.
     *
     * @param imageUrl {@code data:image/png;base64,…}; other addresses are not fetched
     * @param fileId the id of an asset in the caller's library
     */
    public record Reference(
            @JsonProperty("image_url") String imageUrl,
            @JsonProperty("file_id") String fileId) {}

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
                null,
                inputFidelity);
    }
}
