package org.image2ai.model.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nodes of a workflow in the format that ComfyUI exports for its API, with placeholders. A text that is nothing but
 * {@code ${seed}} becomes the value with its type; within a longer text its words stand. What is filled in is a value
 * of the tree and is not looked at again, so nobody's words can become a part of the workflow.
 */
record Template(ObjectNode nodes) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");

    /** The names of all placeholders. */
    Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        collect(nodes, names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            Matcher placeholder = PLACEHOLDER.matcher(node.asText());
            while (placeholder.find()) {
                names.add(placeholder.group(1));
            }
        }
        node.forEach(child -> collect(child, names));
    }

    /** Whether a text has a placeholder in it. */
    static boolean isOpen(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** The nodes with values for all placeholders. */
    JsonNode fill(Map<String, Object> values) {
        return fill(nodes, values);
    }

    private static JsonNode fill(JsonNode node, Map<String, Object> values) {
        if (node.isObject()) {
            ObjectNode filled = JSON.objectNode();
            node.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), values)));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = JSON.arrayNode();
            node.forEach(item -> filled.add(fill(item, values)));
            return filled;
        }
        return node.isTextual() ? text(node.asText(), values) : node;
    }

    private static JsonNode text(String text, Map<String, Object> values) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.matches()) {
            return typed(values.get(placeholder.group(1)));
        }
        return JSON.textNode(
                placeholder.replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1))))));
    }

    private static JsonNode typed(Object value) {
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        return value instanceof Boolean flag ? JSON.booleanNode(flag) : JSON.textNode(String.valueOf(value));
    }
}
