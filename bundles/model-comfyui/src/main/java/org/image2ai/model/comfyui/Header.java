package org.image2ai.model.comfyui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.SizeLimits.Size;

/**
 * What a workflow cannot say of itself: the properties beside it. What is wrong in them fails with INVALID {@code
 * invalid_workflow}, naming the file and the key.
 */
final class Header {
    private static final String PARAMETER = "parameter.";
    private static final Set<String> KEYS = Set.of(
            "title", "operation", "credits", "cost", "sizes", "maxCount", "maxPromptCharacters", "maxPixels", "result");

    private final String file;
    private final Properties properties;

    /** @param file its name, for messages */
    Header(String file, Properties properties) {
        this.file = file;
        this.properties = properties;
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!KEYS.contains(key) && !key.startsWith(PARAMETER)) {
                throw wrong(key, "left out: no such key is known");
            }
        }
    }

    String title() {
        return text("title").orElseThrow(() -> wrong("title", "set"));
    }

    Operation operation() {
        return text("operation")
                .flatMap(Operation::ofWireName)
                .filter(operation -> operation != Operation.DESCRIBE)
                .orElseThrow(() -> wrong(
                        "operation",
                        "generate, edit, inpaint, outpaint, variation, upscale or" + " remove-background"));
    }

    Optional<BigDecimal> credits() {
        return amount("credits");
    }

    BigDecimal cost() {
        return amount("cost").orElse(BigDecimal.ZERO);
    }

    private Optional<BigDecimal> amount(String key) {
        return text(key)
                .map(text -> read(key, "an amount of zero or more", () -> {
                    BigDecimal amount = new BigDecimal(text);
                    return amount.signum() < 0 ? null : amount;
                }));
    }

    /** The usual one first; empty where it follows from the inputs. */
    List<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        for (String word : text("sizes").map(all -> all.split("\\s*,\\s*")).orElse(new String[0])) {
            if (!word.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                throw wrong("sizes", "a list of sizes like 1024x768");
            }
            String[] sides = word.split("x");
            sizes.add(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
        }
        return sizes;
    }

    int maxCount() {
        return (int) whole("maxCount", 1, 16, 1);
    }

    int maxPromptCharacters() {
        return (int) whole("maxPromptCharacters", 1, 100_000, 4_000);
    }

    long maxPixels() {
        return whole("maxPixels", 1, 500_000_000, 25_000_000);
    }

    private long whole(String key, long least, long most, long usual) {
        return text(key)
                .map(text -> read(key, "a whole number from " + least + " to " + most, () -> {
                    long number = Long.parseLong(text);
                    return number < least || number > most ? null : number;
                }))
                .orElse(usual);
    }

    /** The node whose pictures are the result. */
    Optional<String> result() {
        return text("result");
    }

    /** By name, in the order of the names. */
    Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.startsWith(PARAMETER)) {
                String name = key.substring(PARAMETER.length());
                try {
                    parameters.put(name, Parameter.of(name, properties.getProperty(key)));
                } catch (IllegalArgumentException e) {
                    throw wrong(key, e.getMessage());
                }
            }
        }
        return parameters;
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private interface Reader<T> {
        T read();
    }

    private <T> T read(String key, String wanted, Reader<T> reader) {
        try {
            T read = reader.read();
            if (read != null) {
                return read;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(key, wanted);
    }

    /** The error for a key that is wrong. */
    PlatformException wrong(String key, String wanted) {
        Function<String, String> not = value -> ", not " + value;
        String message =
                file + ": " + key + " must be " + wanted + text(key).map(not).orElse("") + ".";
        return PlatformException.invalid("invalid_workflow", message).withField(key);
    }
}
