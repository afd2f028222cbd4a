package org.image2ai.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.SizeLimits;

/**
 * A request that a model can take: its size chosen, its parameters of the declared types.
 *
 * @param outcomes the parameters that had to be changed or left out for that; empty where the caller is strict
 */
record Fitted(
        CatalogueEntry entry,
        RouteRequest request,
        Optional<SizeLimits.Size> size,
        Map<String, Object> parameters,
        List<ParameterOutcome> outcomes) {
    RenderRequest toRequest() {
        return new RenderRequest(
                request.context(),
                entry.model().name(),
                request.operation(),
                request.prompt().filter(p -> !p.isBlank()),
                request.inputs(),
                size,
                parameters,
                request.count(),
                request.idempotencyKey());
    }

    /** Pixels of one result, as far as they are known before: those of the input where the size follows from it. */
    long pixels() {
        if (size.isPresent()) {
            return (long) size.get().width() * size.get().height();
        }
        return request.inputs().stream()
                .filter(i -> i.role() == RenderInput.Role.IMAGE)
                .mapToLong(i -> (long) i.width() * i.height())
                .max()
                .orElse(0);
    }
}
