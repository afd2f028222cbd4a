package org.image2ai.openai;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.moderation.Strictness;

/**
 * What a client says of the pictures it wants, in OpenAI's words and whichever way the body came. Any may be null: not
 * said.
 */
record ImageOptions(
        String prompt,
        String model,
        Integer n,
        String size,
        String quality,
        String background,
        String outputFormat,
        Integer outputCompression,
        String moderation,
        String responseFormat,
        String user,
        Boolean stream,
        Integer partialImages,
        String style,
        String inputFidelity) {
    static final String AUTO = "auto";

    private static final int LONGEST_PROMPT = 32_000;
    private static final int LONGEST_USER = 512;
    private static final int MOST_IMAGES = 10;
    private static final int MOST_PARTIALS = 3;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");
    private static final Set<String> TYPES = Set.of("png", "jpeg", "webp");

    /** @throws PlatformException INVALID naming the field, as the platform would call it or as the client does */
    ImageOptions {
        require("prompt", prompt == null || prompt.length() <= LONGEST_PROMPT, "has more than 32000 characters");
        require("user", user == null || user.length() <= LONGEST_USER, "has more than 512 characters");
        between("n", n, 1, MOST_IMAGES);
        between("output_compression", outputCompression, 0, 100);
        between("partial_images", partialImages, 0, MOST_PARTIALS);
        oneOf("quality", quality, Set.of(AUTO, "standard", "hd", "low", "medium", "high"));
        oneOf("background", background, Set.of(AUTO, "opaque", "transparent"));
        oneOf("output_format", outputFormat, TYPES);
        oneOf("moderation", moderation, Set.of(AUTO, "low"));
        oneOf("response_format", responseFormat, Set.of("url", "b64_json"));
        oneOf("input_fidelity", inputFidelity, Set.of("low", "high"));
        require(
                "size",
                size == null || size.equals(AUTO) || SIZE.matcher(size).matches(),
                "is not auto or WIDTHxHEIGHT");
        require(
                "output_format",
                !"transparent".equals(background) || !"jpeg".equals(outputFormat),
                "is jpeg, which has no transparency");
        require(
                "partial_images",
                partialImages == null || partialImages == 0 || Boolean.TRUE.equals(stream),
                "needs stream to be true");
        require(
                "response_format",
                !"url".equals(responseFormat) || !Boolean.TRUE.equals(stream),
                "is url, which a stream does not give");
    }

    private static void between(String field, Integer number, int least, int most) {
        require(
                field,
                number == null || number >= least && number <= most,
                "is " + number + "; it must be " + least + " to " + most);
    }

    private static void oneOf(String field, String word, Set<String> words) {
        require(
                field,
                word == null || words.contains(word),
                "must be one of " + String.join(", ", words.stream().sorted().toList()));
    }

    private static void require(String field, boolean good, String otherwise) {
        if (!good) {
            throw PlatformException.invalid("invalid_parameter", field + " " + otherwise + ".")
                    .withField(field);
        }
    }

    /** @throws PlatformException {@code missing_field} when there is no prompt */
    ImageOptions withPrompt() {
        if (prompt == null || prompt.isBlank()) {
            throw PlatformException.invalid("missing_field", "Missing required parameter: 'prompt'.")
                    .withField("prompt");
        }
        return this;
    }

    int count() {
        return n == null ? 1 : n;
    }

    /** How strictly the prompt is to be reviewed, as far as the operator lets the client say so. */
    Strictness strictness() {
        return "low".equals(moderation) ? Strictness.LOW : Strictness.USUAL;
    }

    boolean streamed() {
        return Boolean.TRUE.equals(stream);
    }

    int partials() {
        return partialImages == null ? 0 : partialImages;
    }

    /** The format of the pictures: what was asked for, else PNG. */
    PictureFormat format() {
        PictureFormat.Type type = PictureFormat.Type.ofWireName(outputFormat == null ? "png" : outputFormat)
                .orElseThrow();
        return new PictureFormat(type, outputCompression == null ? 100 : outputCompression);
    }

    /** The parameters of the platform that follow; what is left to the model is not said. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        Matcher sides = SIZE.matcher(size == null ? "" : size);
        if (sides.matches()) {
            parameters.put("width", Long.valueOf(sides.group(1)));
            parameters.put("height", Long.valueOf(sides.group(2)));
        }
        qualityWanted().ifPresent(wanted -> parameters.put("quality", wanted));
        if ("transparent".equals(background)) {
            parameters.put("background", background);
        }
        if ("high".equals(inputFidelity)) {
            parameters.put("inputFidelity", inputFidelity);
        }
        if (style != null) {
            parameters.put("style", style);
        }
        return parameters;
    }

    /** The quality asked for, where one was: {@code low}, {@code medium} or {@code high}. */
    Optional<String> qualityWanted() {
        return Optional.ofNullable(quality)
                .filter(word -> !word.equals(AUTO) && !word.equals("standard"))
                .map(word -> word.equals("hd") ? "high" : word);
    }
}
