package org.image2ai.models;

import java.util.List;
import java.util.Map;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.Routing.Strictness;

/**
 * A request as it is held against model after model: what is the same for all of them is looked up once.
 *
 * @param request all of it
 * @param promptLength in characters; 0 when there is none
 * @param parameters those beside the two sides
 * @param width as it was given; {@code null} when it was not
 * @param height as it was given; {@code null} when it was not
 * @param bestEffort whether what a model lacks may be changed or left out
 */
record Wish(
        RouteRequest request,
        int promptLength,
        List<Map.Entry<String, Object>> parameters,
        Object width,
        Object height,
        boolean bestEffort) {
    static Wish of(RouteRequest request) {
        return new Wish(
                request,
                request.prompt().filter(p -> !p.isBlank()).map(String::length).orElse(0),
                request.parameters().entrySet().stream()
                        .filter(given -> !Sizes.isSide(given.getKey()))
                        .toList(),
                request.parameters().get(Sizes.WIDTH),
                request.parameters().get(Sizes.HEIGHT),
                request.routing().strictness() == Strictness.BEST_EFFORT);
    }
}
