package org.image2ai.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a provider says for the receipt, cut to what JSON can hold. */
final class Details {
    private static final int MOST_DEPTH = 8;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_TEXT = 2_000;

    private Details() {}

    static Map<String, Object> jsonable(Map<String, Object> details) {
        return map(details, 0);
    }

    private static Map<String, Object> map(Map<?, ?> given, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (map.size() < MOST_ENTRIES && value != null) {
                map.put(cut(String.valueOf(key)), value(value, depth + 1));
            }
        });
        return map;
    }

    private static Object value(Object value, int depth) {
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? (Object) real : String.valueOf(number);
        }
        if (depth < MOST_DEPTH && value instanceof Map<?, ?> nested) {
            return map(nested, depth);
        }
        if (depth < MOST_DEPTH && value instanceof List<?> list) {
            return list.stream()
                    .filter(java.util.Objects::nonNull)
                    .limit(MOST_ENTRIES)
                    .map(item -> value(item, depth + 1))
                    .toList();
        }
        return cut(String.valueOf(value));
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text;
    }
}
