package org.image2ai.privacy.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;

/** A JSON Schema for each category of data: the shape that every data file has, and the fields that were seen. */
final class Schemas {
    private static final int MOST_FIELDS = 500;
    private static final String UNDECLARED = "undeclared";
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> INTEGER = Map.of("type", "integer");
    private static final Map<String, Object> FILE =
            new TreeMap<>(Map.of("name", TEXT, "path", TEXT, "mediaType", TEXT, "bytes", INTEGER, "sha256", TEXT));

    private final Map<String, Observed> categories = new TreeMap<>();

    /** What is seen of the category of a step. */
    Observed of(Copy copy, Step step) {
        return categories.computeIfAbsent(
                copy.declared(step).map(Holding::category).orElse(UNDECLARED), category -> new Observed());
    }

    /** The schemas by category. */
    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        categories.forEach((category, observed) -> all.put(category, observed.schema(category)));
        return all;
    }

    /** The fields of one category. */
    static final class Observed {
        private final Map<String, Set<String>> fields = new TreeMap<>();

        void see(Map<String, Object> item) {
            if (item.get("data") instanceof Map<?, ?> data) {
                data.forEach((name, value) -> see(String.valueOf(name), value));
            }
        }

        /** Fields without end are somebody's map, and no shape. */
        private void see(String name, Object value) {
            if (fields.size() < MOST_FIELDS || fields.containsKey(name)) {
                fields.computeIfAbsent(name, field -> new TreeSet<>()).add(type(value));
            }
        }

        private static String type(Object value) {
            if (value == null) {
                return "null";
            } else if (value instanceof Boolean) {
                return "boolean";
            } else if (value instanceof Number) {
                return "number";
            } else if (value instanceof Collection<?>) {
                return "array";
            }
            return value instanceof Map<?, ?> ? "object" : "string";
        }

        private Map<String, Object> schema(String category) {
            Map<String, Object> data = new TreeMap<>();
            fields.forEach((name, types) -> data.put(name, Map.of("type", types)));
            Map<String, Object> item = new TreeMap<>();
            item.put("number", INTEGER);
            item.put("heldSince", TEXT);
            item.put("data", object(data, false));
            item.put("files", list(object(FILE, true)));
            item.put("gaps", list(object(new TreeMap<>(Map.of("name", TEXT, "reason", TEXT)), true)));
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.put("title", category);
            schema.putAll(list(object(item, true)));
            return schema;
        }

        /** Which fields of the data there are depends on the item; the others are always there. */
        private static Map<String, Object> object(Map<String, Object> properties, boolean required) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", "object");
            object.put("properties", properties);
            if (required) {
                object.put("required", properties.keySet());
            }
            return object;
        }

        private static Map<String, Object> list(Map<String, Object> items) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("type", "array");
            list.put("items", items);
            return list;
        }
    }
}
