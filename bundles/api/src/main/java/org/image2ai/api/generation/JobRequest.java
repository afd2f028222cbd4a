package org.image2ai.api.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.Routing;

/**
 * What is asked of the service.
 *
 * @param operation what to do
 * @param model a full model name or {@code auto}
 * @param prompt the words
 * @param inputs pictures of the caller's library
 * @param parameters by name; String, Long, Double or Boolean
 * @param count how many pictures, 1 to 10
 * @param creditCeiling the most whole credits it may cost
 * @param previews how many unfinished pictures of each are wanted, 0 to 3
 * @param format how the pictures are to be encoded; as the model gives them where empty
 * @param routing what the caller has to say about the choice of a model
 */
public record JobRequest(
        Operation operation,
        String model,
        Optional<String> prompt,
        List<Input> inputs,
        Map<String, Object> parameters,
        int count,
        Optional<BigDecimal> creditCeiling,
        int previews,
        Optional<PictureFormat> format,
        Routing routing) {
    /**
     * One picture.
     *
     * @param asset which
     * @param role what for
     */
    public record Input(AssetId asset, RenderInput.Role role) {
        public Input {
            Objects.requireNonNull(asset, "asset");
            Objects.requireNonNull(role, "role");
        }
    }

    public JobRequest {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
        inputs = List.copyOf(inputs);
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(creditCeiling, "creditCeiling");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(routing, "routing");
    }

    /** A request whose caller leaves the choice of a model to the operator. */
    public JobRequest(
            Operation operation,
            String model,
            Optional<String> prompt,
            List<Input> inputs,
            Map<String, Object> parameters,
            int count,
            Optional<BigDecimal> creditCeiling,
            int previews,
            Optional<PictureFormat> format) {
        this(operation, model, prompt, inputs, parameters, count, creditCeiling, previews, format, Routing.USUAL);
    }
}
