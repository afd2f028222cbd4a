package org.image2ai.api.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.CallContext;

/**
 * What is to be rendered, already validated against the model.
 *
 * @param context who asks, and until when
 * @param model the model's name within the provider
 * @param operation what is asked
 * @param prompt the person's words, where the model takes them
 * @param inputs the pictures, in the order of the request
 * @param size the size of the result; empty when it follows from the inputs
 * @param parameters by name; values are String, Long, Double or Boolean, as declared
 * @param count how many pictures, 1 to the model's {@code maxCount}
 * @param idempotencyKey the same for every try of the same work: to be sent to vendors that know such a key
 */
public record RenderRequest(
        CallContext context,
        String model,
        Operation operation,
        Optional<String> prompt,
        List<RenderInput> inputs,
        Optional<SizeLimits.Size> size,
        Map<String, Object> parameters,
        int count,
        String idempotencyKey) {
    public RenderRequest {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(prompt, "prompt");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(size, "size");
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    }

    /** The parameter of that name as a whole number. */
    public Optional<Long> integer(String name) {
        return Optional.ofNullable((Long) parameters.get(name));
    }

    /** The parameter of that name as text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable((String) parameters.get(name));
    }
}
