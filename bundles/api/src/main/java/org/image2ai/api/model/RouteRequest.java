package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.CallContext;

/**
 * What a caller wants rendered, before a model is chosen.
 *
 * @param context who asks, and until when
 * @param operation what is asked
 * @param model a full model name, or {@link ImageRouter#AUTO}
 * @param prompt the person's words
 * @param inputs the pictures; for a quote their {@code content} is not opened
 * @param parameters as the caller gave them, {@code width} and {@code height} among them; String, Long, Double, Boolean
 * @param count how many pictures, at least 1
 * @param creditCeiling the most credits that the whole request may cost
 * @param idempotencyKey the same for every try of the same work
 * @param routing what the caller has to say about the choice
 */
public record RouteRequest(
        CallContext context,
        Operation operation,
        String model,
        Optional<String> prompt,
        List<RenderInput> inputs,
        Map<String, Object> parameters,
        int count,
        Optional<BigDecimal> creditCeiling,
        String idempotencyKey,
        Routing routing) {
    public RouteRequest {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
        inputs = List.copyOf(inputs);
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(creditCeiling, "creditCeiling");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(routing, "routing");
    }

    /** A request whose caller leaves the choice to the operator. */
    public RouteRequest(
            CallContext context,
            Operation operation,
            String model,
            Optional<String> prompt,
            List<RenderInput> inputs,
            Map<String, Object> parameters,
            int count,
            Optional<BigDecimal> creditCeiling,
            String idempotencyKey) {
        this(
                context,
                operation,
                model,
                prompt,
                inputs,
                parameters,
                count,
                creditCeiling,
                idempotencyKey,
                Routing.USUAL);
    }
}
