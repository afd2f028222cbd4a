package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The inputs of a model as Replicate tells them: {@code components.schemas.Input} of the {@code openapi_schema} of a
 * version, whose {@code properties} name a type, a range, or by {@code allOf} a schema with an {@code enum}
 * (<a href="https://replicate.com/docs/reference/openapi">model schemas</a>).
 */
final class Schema {
    private final Map<String, JsonNode> inputs = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final JsonNode schemas;

    /** @param openapi the whole description; what is missing in it is not there */
    Schema(JsonNode openapi) {
        schemas = openapi.path("components").path("schemas");
        JsonNode input = schemas.path("Input");
        input.path("properties").properties().forEach(field -> inputs.put(field.getKey(), field.getValue()));
        input.path("required").forEach(name -> required.add(name.asText()));
    }

    /** The names of all inputs, in their order. */
    List<String> names() {
        return List.copyOf(inputs.keySet());
    }

    boolean has(String name) {
        return inputs.containsKey(name);
    }

    boolean requires(String name) {
        return required.contains(name);
    }

    /** {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code array}; empty when it is none. */
    String type(String name) {
        JsonNode own = property(name).path("type");
        return own.isTextual() ? own.asText() : reference(name).path("type").asText();
    }

    /** The words of a choice; empty for all else. */
    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        JsonNode own = property(name).path("enum");
        (own.isArray() ? own : reference(name).path("enum")).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** Whether it is a file, or a list of files. */
    boolean isFile(String name) {
        JsonNode property = property(name);
        return isUri(property) || isUri(property.path("items"));
    }

    private static boolean isUri(JsonNode node) {
        return node.path("format").asText().equals("uri");
    }

    /** Whether it is kept from other people's eyes. */
    boolean isSecret(String name) {
        return property(name).path("format").asText().equals("password");
    }

    Optional<Double> bound(String name, String which) {
        return Optional.of(property(name).path(which))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue);
    }

    /** A whole number that stands there: a default, a bound. */
    OptionalInt number(String name, String which) {
        JsonNode number = property(name).path(which);
        return number.isNumber() && number.canConvertToExactIntegral() && number.canConvertToInt()
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }

    String description(String name) {
        return property(name).path("description").asText();
    }

    private JsonNode property(String name) {
        JsonNode property = inputs.get(name);
        return property == null ? schemas.path("no such schema") : property;
    }

    private JsonNode reference(String name) {
        String path = property(name).path("allOf").path(0).path("$ref").asText();
        return schemas.path(path.substring(path.lastIndexOf('/') + 1));
    }
}
