package org.image2ai.openai;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Form;

/** The options of a request that came as {@code multipart/form-data}. Empty fields count as not said. */
final class FormOptions {
    private static final int LONGEST_PROMPT = 128_000;
    private static final int LONGEST_WORD = 4_000;
    private static final Set<String> PICTURES = Set.of("image", "image[]", "mask");
    private static final Set<String> EDIT = Set.of(
            "prompt",
            "model",
            "n",
            "size",
            "quality",
            "background",
            "output_format",
            "output_compression",
            "moderation",
            "response_format",
            "user",
            "stream",
            "partial_images",
            "input_fidelity");
    private static final Set<String> VARIATION = Set.of("model", "n", "response_format", "size", "user");

    private final Form form;

    private FormOptions(Form form, Set<String> fields) {
        this.form = form;
        Set<String> all = new HashSet<>(PICTURES);
        all.addAll(fields);
        form.requireOnly(all);
    }

    static ImageOptions edit(Form form) {
        return new FormOptions(form, EDIT).options();
    }

    static ImageOptions variation(Form form) {
        return new FormOptions(form, VARIATION).options();
    }

    private ImageOptions options() {
        return new ImageOptions(
                text("prompt", LONGEST_PROMPT).orElse(null),
                word("model"),
                number("n"),
                word("size"),
                word("quality"),
                word("background"),
                word("output_format"),
                number("output_compression"),
                word("moderation"),
                word("response_format"),
                word("user"),
                flag("stream"),
                number("partial_images"),
                null,
                word("input_fidelity"));
    }

    private Optional<String> text(String field, int maxBytes) {
        return form.text(field, maxBytes).filter(text -> !text.isBlank());
    }

    private String word(String field) {
        return text(field, LONGEST_WORD).map(String::strip).orElse(null);
    }

    private Integer number(String field) {
        return text(field, LONGEST_WORD).map(word -> parse(field, word.strip())).orElse(null);
    }

    private static Integer parse(String field, String word) {
        try {
            return Integer.valueOf(word);
        } catch (NumberFormatException e) {
            throw invalid(field, "is not a whole number");
        }
    }

    private Boolean flag(String field) {
        return text(field, LONGEST_WORD)
                .map(word -> switch (word.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw invalid(field, "is not true or false");
                })
                .orElse(null);
    }

    private static PlatformException invalid(String field, String what) {
        return PlatformException.invalid("invalid_field", "The field " + field + " " + what + ".")
                .withField(field);
    }
}
