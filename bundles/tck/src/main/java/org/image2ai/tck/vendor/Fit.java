package org.image2ai.tck.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.image2ai.tck.pictures.Pictures;

/** Whether a request is one that an exchange is about, and if not, why. */
final class Fit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY = "${any}";
    private static final String ABSENT = "${absent}";
    private static final String PNG_BASE64 = "${png-base64}";

    private Fit() {}

    /** Empty when it fits. */
    static Optional<String> misfit(RecordedExchange exchange, ReceivedRequest request) {
        if (!exchange.method().equals(request.method()) || !exchange.path().equals(request.path())) {
            return Optional.of("is about " + exchange.method() + " " + exchange.path());
        }
        for (Map.Entry<String, String> header : exchange.headers().entrySet()) {
            Optional<String> got = request.header(header.getKey());
            boolean fits = header.getValue().equals(ABSENT)
                    ? got.isEmpty()
                    : got.isPresent()
                            && (header.getValue().equals("*") || got.get().equals(header.getValue()));
            if (!fits) {
                return Optional.of("wants header " + header + ", got " + got);
            }
        }
        try {
            return body(exchange.body().strip(), request);
        } catch (IOException e) {
            return Optional.of("wants another body: " + e.getMessage());
        }
    }

    private static Optional<String> body(String wanted, ReceivedRequest request) throws IOException {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (wanted.startsWith("{") || wanted.startsWith("[")) {
            return json("", JSON.readTree(wanted), JSON.readTree(request.body()));
        }
        return parts(wanted, request);
    }

    private static Optional<String> json(String at, JsonNode wanted, JsonNode got) {
        if (wanted.isTextual() && wanted.asText().startsWith("${")) {
            return special(at, wanted.asText(), got);
        }
        if (wanted.isObject() && got.isObject()) {
            return wanted.properties().stream()
                    .flatMap(field ->
                            json(at + "/" + field.getKey(), field.getValue(), got.path(field.getKey())).stream())
                    .findFirst();
        }
        if (wanted.isArray() && got.isArray() && wanted.size() == got.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                Optional<String> misfit = json(at + "/" + i, wanted.get(i), got.get(i));
                if (misfit.isPresent()) {
                    return misfit;
                }
            }
            return Optional.empty();
        }
        boolean same = wanted.isNumber() && got.isNumber()
                ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
                : wanted.equals(got);
        return same ? Optional.empty() : Optional.of("wants " + wanted + " at " + at + ", got " + shortened(got));
    }

    private static Optional<String> special(String at, String wanted, JsonNode got) {
        boolean fits =
                switch (wanted) {
                    case ABSENT -> got.isMissingNode();
                    case ANY -> !got.isMissingNode() && !got.isNull();
                    case PNG_BASE64 -> isPicture(got.asText(), "");
                    case "${data-url}" -> isPicture(got.asText(), "data:image/[a-z]+;base64,");
                    default -> throw new IllegalArgumentException("unknown word in a recorded request: " + wanted);
                };
        return fits ? Optional.empty() : Optional.of("wants " + wanted + " at " + at + ", got " + shortened(got));
    }

    private static boolean isPicture(String text, String prefix) {
        String base64 = text.replaceFirst("^" + prefix, "");
        boolean prefixed = prefix.isEmpty() || !base64.equals(text);
        try {
            return prefixed
                    && Pictures.mediaType(Base64.getDecoder().decode(base64)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** Lines of {@code name: text}; a name that stands on several lines is a part each. */
    private static Optional<String> parts(String wanted, ReceivedRequest request) throws IOException {
        Map<String, ArrayDeque<byte[]>> got = Parts.of(request);
        Map<String, Integer> seen = new HashMap<>();
        for (String line : wanted.split("\n")) {
            String[] pair = line.split(":\\s*", 2);
            ArrayDeque<byte[]> named = got.getOrDefault(pair[0], new ArrayDeque<>());
            seen.merge(pair[0], 1, Integer::sum);
            byte[] part = named.poll();
            boolean fits =
                    switch (pair[1]) {
                        case ABSENT -> part == null;
                        case ANY -> part != null;
                        case "${png}", "${picture}" ->
                            part != null && Pictures.mediaType(part).isPresent();
                        default -> part != null && new String(part, StandardCharsets.UTF_8).equals(pair[1]);
                    };
            if (!fits) {
                String was = part == null ? "nothing" : part.length + " bytes of another";
                return Optional.of("wants part " + line + ", got " + was);
            }
        }
        return seen.keySet().stream()
                .filter(name -> got.containsKey(name) && !got.get(name).isEmpty())
                .map(name -> "wants fewer parts " + name)
                .findFirst();
    }
}
