package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorFailure;

/**
 * One run of a model, as Replicate tells of it: {@code {"id", "status", "output", "error", "metrics": {"predict_time"},
 * "data_removed"}}. The status is {@code starting}, {@code processing}, {@code succeeded}, {@code failed}, {@code
 * canceled} or {@code aborted} (<a
 * href="https://replicate.com/docs/topics/predictions/lifecycle">lifecycle</a>); an output is one address or several.
 */
record Prediction(String id, JsonNode body) {
    /** What models and the services behind them say when their safety system refuses; none has a code of its own. */
    private static final Pattern UNSAFE = Pattern.compile(
            "(?i)nsfw|flagged as sensitive|flagged by the safety|content moderat|request moderat|\\bE005\\b");

    private static final Pattern INVALID = Pattern.compile("(?i)\\bE006\\b|the input was invalid");
    /** <a href="https://replicate.com/docs/reference/error-codes">Error codes</a>: four digits, or three of older days. */
    private static final Pattern CODE = Pattern.compile("\\bE\\d{3,4}\\b");

    private String status() {
        return body.path("status").asText();
    }

    boolean isRunning() {
        return status().equals("processing");
    }

    boolean isEnded() {
        return switch (status()) {
            case "succeeded", "failed", "canceled", "aborted" -> true;
            default -> false;
        };
    }

    /** Whether nothing can come of it any more, and another may succeed. */
    boolean isLost() {
        return switch (status()) {
            case "canceled", "aborted" -> true;
            case "failed" -> !says(UNSAFE);
            case "succeeded" -> body.path("data_removed").asBoolean();
            default -> false;
        };
    }

    private boolean says(Pattern words) {
        return words.matcher(error()).find();
    }

    private String error() {
        return body.path("error").asText();
    }

    /** Where its pictures are. @throws PlatformException when it did not succeed, or is without a picture */
    List<String> pictures(String vendor) {
        if (!status().equals("succeeded")) {
            throw failure(vendor);
        }
        JsonNode output = body.path("output");
        List<String> addresses = new ArrayList<>();
        if (output.isTextual()) {
            addresses.add(output.asText());
        }
        output.forEach(one -> addresses.add(one.asText()));
        addresses.removeIf(address -> !address.matches("https?://.+"));
        if (addresses.isEmpty()) {
            throw VendorFailure.unavailable(vendor, "ended without a picture", Optional.of(id));
        }
        return addresses;
    }

    /** What went wrong, without the words of it: those repeat a person's. */
    private PlatformException failure(String vendor) {
        Refusal refusal = new Refusal(vendor, 200, header -> Optional.empty(), body, Optional.of(id));
        if (!status().equals("failed")) {
            return VendorFailure.unavailable(vendor, "gave up the prediction before its end", Optional.of(id));
        }
        if (says(UNSAFE)) {
            return refusal.contentRefused();
        }
        Matcher code = CODE.matcher(error());
        Optional<String> known = code.find() ? Optional.of(code.group()) : Optional.empty();
        if (says(INVALID)) {
            return refusal.invalid(known);
        }
        String which = known.map(word -> " with " + word).orElse("");
        return VendorFailure.unavailable(vendor, "failed at the prediction" + which, Optional.of(id));
    }

    /** For the receipt: how long the model worked. */
    Map<String, Object> details() {
        JsonNode seconds = body.at("/metrics/predict_time");
        return seconds.isNumber() ? Map.of("predictSeconds", seconds.doubleValue()) : Map.of();
    }
}
