package org.image2ai.model.fal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model gives: {@code {"images": [{"url", "width", "height"}], "has_nsfw_concepts": [false], "seed"}}, or one
 * {@code image}. A picture that fal's checker flagged is blackened, and there all the same.
 */
record Output(JsonNode body) {
    /**
     * One picture.
     *
     * @param url where it is
     * @param pixels how many it has, if that is said
     * @param flagged whether the checker took its content away
     */
    record Picture(String url, Optional<Long> pixels, boolean flagged) {}

    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        body.path("images").forEach(image -> pictures.add(picture(image, pictures.size())));
        if (pictures.isEmpty() && body.path("image").isObject()) {
            pictures.add(picture(body.path("image"), 0));
        }
        return pictures;
    }

    private Picture picture(JsonNode image, int number) {
        long pixels = image.path("width").asLong() * image.path("height").asLong();
        return new Picture(
                image.path("url").asText(),
                Optional.of(pixels).filter(known -> known > 0),
                body.path("has_nsfw_concepts").path(number).asBoolean());
    }

    Optional<Long> seed() {
        return Optional.of(body.path("seed").asText())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
