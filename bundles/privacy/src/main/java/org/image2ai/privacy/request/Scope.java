package org.image2ai.privacy.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;

/** What a request is about, as its person said it: it is only ever kept sealed. */
final class Scope {
    /** The detail of the first event in which it is kept. */
    static final String DETAIL = "scope";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4_000;

    private final Map<String, Object> said;

    private Scope(Map<String, Object> said) {
        this.said = said;
    }

    static Scope of(Map<String, Object> said) {
        return new Scope(said == null ? Map.of() : new TreeMap<>(said));
    }

    static Scope parse(String json) {
        try {
            return new Scope(JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw PlatformException.internal("scope_unreadable", "The scope of a request cannot be read.", e);
        }
    }

    Map<String, Object> said() {
        return Map.copyOf(said);
    }

    String json() {
        try {
            String json = JSON.writeValueAsString(said);
            if (json.length() > LONGEST) {
                throw invalid("scope", "has at most " + LONGEST + " characters");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw invalid("scope", "is JSON");
        }
    }

    /** Whether it says all that its type needs. @throws PlatformException INVALID naming the field */
    void check(RequestType type) {
        switch (type) {
            case CORRECTION -> {
                text("attribute");
                text("value");
            }
            case RESTRICTION -> restricted();
            case OBJECTION -> objection();
            case CONSENT_WITHDRAWAL -> purpose();
            case APPEAL -> {
                text("request");
                text("reason");
            }
            default -> {
                // The others are about everything.
            }
        }
    }

    String text(String name) {
        return Optional.ofNullable(said.get(name))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> invalid(name, "is a text"));
    }

    /** Restricted, where nothing else is said. */
    boolean restricted() {
        return flag("restricted", true);
    }

    Purpose purpose() {
        return purpose(text("purpose"), "purpose");
    }

    Decisions.Objection objection() {
        Decisions.Objection objection = new Decisions.Objection(
                texts("purposes").stream()
                        .map(word -> purpose(word, "purposes"))
                        .collect(Collectors.toSet()),
                lower(texts("recipients")),
                flag("thirdParties", false),
                texts("regions"));
        boolean nothing = objection.purposes().isEmpty()
                && objection.recipients().isEmpty()
                && objection.regions().isEmpty()
                && !objection.thirdParties();
        if (nothing) {
            throw invalid("purposes", "or recipients, thirdParties or regions says to what you object");
        }
        // What cannot be objected to is refused at once, and not when it is to be done.
        objection.toScope();
        return objection;
    }

    private static Set<String> lower(Set<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private boolean flag(String name, boolean otherwise) {
        Object value = said.getOrDefault(name, otherwise);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw invalid(name, "is true or false");
    }

    private Set<String> texts(String name) {
        Object value = said.getOrDefault(name, Set.of());
        if (!(value instanceof Collection<?> all) || !all.stream().allMatch(String.class::isInstance)) {
            throw invalid(name, "is a list of texts");
        }
        return all.stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Purpose purpose(String word, String field) {
        try {
            return Purpose.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(field, "names purposes: service, payment, improvement, security, support, analytics, legal");
        }
    }

    private static PlatformException invalid(String name, String what) {
        return PlatformException.invalid("invalid_scope", "scope." + name + " " + what + ".")
                .withField("scope." + name);
    }
}
