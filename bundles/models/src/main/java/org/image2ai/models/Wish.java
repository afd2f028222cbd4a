package org.image2ai.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.Routing.Strictness;
import org.image2ai.api.model.SizeLimits.Size;

/**
 * A request as it is held against model after model: what is the same for all of them is looked up once.
 *
 * @param request all of it
 * @param promptLength in characters; 0 when there is none
 * @param parameters those beside the two sides
 * @param asGiven the same as a map, for models that take them as they are
 * @param width as it was given; {@code null} when it was not
 * @param height as it was given; {@code null} when it was not
 * @param size both sides, where both were given and are numbers that a picture can have
 * @param bestEffort whether what a model lacks may be changed or left out
 */
record Wish(
        RouteRequest request,
        int promptLength,
        List<Map.Entry<String, Object>> parameters,
        Map<String, Object> asGiven,
        Object width,
        Object height,
        Optional<Size> size,
        boolean bestEffort) {
    static Wish of(RouteRequest request) {
        List<Map.Entry<String, Object>> parameters = request.parameters().entrySet().stream()
                .filter(given -> !Sizes.isSide(given.getKey()))
                .toList();
        Object width = request.parameters().get(Sizes.WIDTH);
        Object height = request.parameters().get(Sizes.HEIGHT);
        return new Wish(
                request,
                request.prompt().filter(p -> !p.isBlank()).map(String::length).orElse(0),
                parameters,
                parameters.stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                width,
                height,
                size(width, height),
                request.routing().strictness() == Strictness.BEST_EFFORT);
    }

    private static Optional<Size> size(Object width, Object height) {
        return isSide(width) && isSide(height)
                ? Optional.of(new Size(((Long) width).intValue(), ((Long) height).intValue()))
                : Optional.empty();
    }

    private static boolean isSide(Object given) {
        return given instanceof Long side && side > 0 && side <= Integer.MAX_VALUE;
    }
}
