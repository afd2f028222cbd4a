package org.image2ai.model.replicate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.model.ParameterSpec;

/** The parameters of a model that is called as its own description says: every input that is nothing else here. */
final class DescribedSettings {
    /** Filled otherwise, or not a person's to say: nobody turns a safety system off. */
    private static final Set<String> OURS = Set.of(
            "prompt",
            "width",
            "height",
            "num_outputs",
            "disable_safety_checker",
            "disable_safety_check",
            "safety_tolerance",
            "stream");

    /** Secrets, and what would be fetched from anywhere. */
    private static final Pattern CLOSED = Pattern.compile("token|api_key|secret|webhook|url|lora|weights|safety");

    private static final Map<String, String> USUAL =
            Map.of("num_inference_steps", "steps", "guidance_scale", "guidance");
    private static final List<String> FORMATS = List.of("png", "jpg", "jpeg", "webp");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int LONGEST_DESCRIPTION = 200;

    private final Schema schema;
    private final Sizing sizing;

    DescribedSettings(Schema schema, Sizing sizing) {
        this.schema = schema;
        this.sizing = sizing;
    }

    List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String field : schema.names()) {
            setting(field).filter(one -> told.add(one.spec().name())).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Setting> setting(String field) {
        boolean size = sizing != Sizing.NONE && field.equals("aspect_ratio");
        boolean open = NAME.matcher(field).matches()
                && !OURS.contains(field)
                && !CLOSED.matcher(field).find()
                && !schema.isFile(field)
                && !schema.isSecret(field);
        return open && !size ? open(field) : Optional.empty();
    }

    private Optional<Setting> open(String field) {
        List<String> words = schema.words(field);
        String type = schema.type(field);
        if (field.equals("output_format")) {
            List<String> known = words.stream().filter(FORMATS::contains).toList();
            return known.isEmpty() ? Optional.empty() : Optional.of(Setting.format(known));
        }
        if (field.equals("seed") && type.equals("integer")) {
            return Optional.of(Setting.seed());
        }
        if (!words.isEmpty()) {
            return type.equals("string")
                    ? Optional.of(new Setting(ParameterSpec.choice(name(field), words, description(field)), field))
                    : Optional.empty();
        }
        return kind(type).map(kind -> new Setting(ranged(field, kind), field));
    }

    private static Optional<ParameterSpec.Kind> kind(String type) {
        return switch (type) {
            case "integer" -> Optional.of(ParameterSpec.Kind.INTEGER);
            case "number" -> Optional.of(ParameterSpec.Kind.NUMBER);
            case "boolean" -> Optional.of(ParameterSpec.Kind.FLAG);
            case "string" -> Optional.of(ParameterSpec.Kind.TEXT);
            default -> Optional.empty();
        };
    }

    private ParameterSpec ranged(String field, ParameterSpec.Kind kind) {
        Optional<Double> least = schema.bound(field, "minimum");
        Optional<Double> most = kind == ParameterSpec.Kind.TEXT
                ? Optional.of((double) ReplicateModel.LONGEST_PROMPT)
                : schema.bound(field, "maximum");
        return new ParameterSpec(name(field), kind, List.of(), least, most, description(field));
    }

    private String description(String field) {
        String text = schema.description(field).strip();
        if (text.isEmpty()) {
            return "The model's input " + field + ".";
        }
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION) + "…";
    }

    private static String name(String field) {
        Matcher matcher = UNDERSCORE.matcher(USUAL.getOrDefault(field, field));
        return matcher.replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
