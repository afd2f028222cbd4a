package org.image2ai.api.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One model and all that can be asked of it. What is not declared here is never asked.
 *
 * @param name the model's name within its provider: {@code illustrator}; the catalogue prefixes the provider's id
 * @param title for people
 * @param operations what it can do; not empty
 * @param inputs how many pictures it takes, and whether it needs a mask
 * @param size the sizes of the result
 * @param parameters further parameters, by name
 * @param maxCount how many pictures one call can give, at least 1
 * @param prices what it costs; an operation without a price cannot be routed to
 * @param region where the data goes: an ISO 3166 country, {@code local}, or {@code unknown}
 * @param sources what each operation makes, so that the file can say it; by {@link DigitalSourceType#usual} where an
 *     operation is not named
 */
public record ImageModel(
        String name,
        String title,
        Set<Operation> operations,
        InputLimits inputs,
        SizeLimits size,
        List<ParameterSpec> parameters,
        int maxCount,
        List<Price> prices,
        String region,
        Map<Operation, DigitalSourceType> sources) {
    public ImageModel {
        if (!Objects.requireNonNull(name, "name").matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("model name " + name + " is not lower-case letters, digits, . _ -");
        }
        Objects.requireNonNull(title, "title");
        operations = Set.copyOf(EnumSet.copyOf(operations));
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(size, "size");
        parameters = List.copyOf(parameters);
        prices = List.copyOf(prices);
        Objects.requireNonNull(region, "region");
        sources = Map.copyOf(sources);
        if (maxCount < 1) {
            throw new IllegalArgumentException("maxCount of " + name + " is " + maxCount);
        }
    }

    /** A model whose operations make what they usually make. */
    public ImageModel(
            String name,
            String title,
            Set<Operation> operations,
            InputLimits inputs,
            SizeLimits size,
            List<ParameterSpec> parameters,
            int maxCount,
            List<Price> prices,
            String region) {
        this(name, title, operations, inputs, size, parameters, maxCount, prices, region, Map.of());
    }

    /** The same model, of which one operation makes something else than usual. */
    public ImageModel making(Operation operation, DigitalSourceType source) {
        Map<Operation, DigitalSourceType> all = new EnumMap<>(Operation.class);
        all.putAll(sources);
        all.put(operation, source);
        return new ImageModel(name, title, operations, inputs, size, parameters, maxCount, prices, region, all);
    }

    /** What an operation of this model makes of a photograph, or of nothing. */
    public DigitalSourceType source(Operation operation) {
        return sources.getOrDefault(operation, DigitalSourceType.usual(operation));
    }
}
