package org.image2ai.tck.vendor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a body of {@code multipart/form-data}, by name, in their order. */
final class Parts {
    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;\\s*boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition: form-data;.*?\\bname=\"([^\"]*)\"");

    private Parts() {}

    static Map<String, ArrayDeque<byte[]>> of(ReceivedRequest request) throws IOException {
        Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!type.matches()) {
            throw new IOException("it is " + request.header("Content-Type") + " and no multipart");
        }
        // One character is one byte here, so that positions are those of the body.
        String all = "\r\n" + new String(request.body(), StandardCharsets.ISO_8859_1);
        String[] pieces = all.split(Pattern.quote("\r\n--" + type.group(1)), -1);
        if (pieces.length < 2 || !pieces[pieces.length - 1].startsWith("--")) {
            throw new IOException("it does not end with its boundary");
        }
        Map<String, ArrayDeque<byte[]>> parts = new TreeMap<>();
        for (int i = 1; i < pieces.length - 1; i++) {
            String[] halves = pieces[i].split("\r\n\r\n", 2);
            Matcher name = NAME.matcher(halves[0]);
            if (halves.length != 2 || !name.find()) {
                throw new IOException("a part has no name");
            }
            parts.computeIfAbsent(name.group(1), key -> new ArrayDeque<>())
                    .add(halves[1].getBytes(StandardCharsets.ISO_8859_1));
        }
        return parts;
    }
}
