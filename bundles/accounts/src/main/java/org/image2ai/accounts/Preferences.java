package org.image2ai.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.image2ai.api.PlatformException;

/** What a person prefers: a small, flat JSON object of which only the clients know the meaning. */
final class Preferences {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 8192;
    private static final int LONGEST_NAME = 64;

    private Preferences() {}

    static Map<String, Object> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw PlatformException.internal("preferences_unreadable", "Preferences cannot be read.", e);
        }
    }

    /** @throws PlatformException INVALID {@code invalid_preferences} */
    static String merged(String json, Map<String, Object> changed) {
        Map<String, Object> all = parse(json);
        changed.forEach((name, given) -> {
            if (given == null) {
                all.remove(name);
            } else {
                all.put(checkedName(name), flat(given));
            }
        });
        try {
            String merged = JSON.writeValueAsString(all);
            if (merged.length() > LARGEST) {
                throw invalid("Preferences have at most " + LARGEST + " characters.");
            }
            return merged;
        } catch (JsonProcessingException e) {
            throw invalid("Preferences are a JSON object.").causedBy(e);
        }
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw invalid("The name of a preference has 1 to " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    private static Object flat(Object given) {
        if (given instanceof String || given instanceof Number || given instanceof Boolean) {
            return given;
        }
        throw invalid("A preference is a text, a number, true or false.");
    }

    private static PlatformException invalid(String message) {
        return PlatformException.invalid("invalid_preferences", message).withField("preferences");
    }
}
