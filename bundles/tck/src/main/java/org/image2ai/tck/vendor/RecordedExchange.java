package org.image2ai.tck.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One exchange of a recorded file:
 *
 * <pre>
 * POST /v1/images/generations
 * Authorization: Bearer test-key
 *
 * {"model": "gpt-image-1", "n": 2}
 *
 * HTTP 200 once
 * Content-Type: application/json
 *
 * {"data": [{"b64_json": "${png-base64:64x64}"}]}
 * ###
 * </pre>
 *
 * A header of the request must be as it is written, {@code *} for anything; headers that are not written may be there.
 * A JSON body must hold what is written, and may hold more; {@code "${absent}"} is a field that must not be there and
 * {@code "${any}"} one that must. A multipart body is written a line each: {@code name: text}, {@code name: ${png}} for
 * a picture, {@code name: ${absent}}. A file may hold several exchanges with {@code ###} between.
 *
 * <p>After the status stands what else happens: {@code once} (it is played once, and then the next that fits),
 * {@code slow} (nothing comes until the test ends), {@code stalled} (half of the body comes, and nothing more until the
 * test ends), {@code truncated} (half of the body comes and the connection is closed), {@code closed} (no answer at
 * all).
 *
 * @param name the file, for messages
 */
record RecordedExchange(
        String name, String method, String path, Map<String, String> headers, String body, Answer answer) {
    record Answer(int status, Set<String> directives, Map<String, String> headers, String body) {
        boolean has(String directive) {
            return directives.contains(directive);
        }
    }

    private static final Set<String> DIRECTIVES = Set.of("once", "slow", "stalled", "truncated", "closed");

    static List<RecordedExchange> parse(String name, String text) {
        List<RecordedExchange> all = new ArrayList<>();
        for (String one : text.replace("\r\n", "\n").split("(?m)^###.*\n?")) {
            if (!one.isBlank()) {
                all.add(one(name, one));
            }
        }
        return all;
    }

    private static RecordedExchange one(String name, String text) {
        String[] halves = text.split("(?m)^(?=HTTP \\d{3})", 2);
        if (halves.length != 2) {
            throw new IllegalArgumentException(name + " has an exchange without HTTP and a status");
        }
        Part request = Part.of(halves[0].strip());
        Part answer = Part.of(halves[1]);
        String[] line = request.first().split(" ", 2);
        String[] status = answer.first().split("\\s+");
        Set<String> directives = Set.of(Arrays.copyOfRange(status, 2, status.length));
        if (!DIRECTIVES.containsAll(directives)) {
            throw new IllegalArgumentException(name + " has an unknown word in: " + answer.first());
        }
        // The blank line before ### is for the eye, and no part of the body.
        String body = answer.body()
                .replaceAll(
                        "\n+$",
                        answer.body().contains("\ndata:") || answer.body().startsWith("data:") ? "\n\n" : "");
        return new RecordedExchange(
                name,
                line[0],
                line[1],
                request.headers(),
                request.body(),
                new Answer(Integer.parseInt(status[1]), directives, answer.headers(), body));
    }

    private record Part(String first, Map<String, String> headers, String body) {
        static Part of(String text) {
            String[] parts = text.split("\n\n", 2);
            String[] head = parts[0].split("\n");
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 1; i < head.length; i++) {
                String[] pair = head[i].split(":\\s*", 2);
                headers.put(pair[0], pair[1]);
            }
            return new Part(head[0].strip(), headers, parts.length > 1 ? parts[1] : "");
        }
    }
}
