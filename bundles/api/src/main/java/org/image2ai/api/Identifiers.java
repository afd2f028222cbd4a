package org.image2ai.api;

import java.util.regex.Pattern;

/** The shape that all identities share, so that an id is safe in a path, a log line and a file name. */
final class Identifiers {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private Identifiers() {}

    static void require(String kind, String value) {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw PlatformException.invalid("invalid_id", "This is not the id of a " + kind + ".")
                    .withField(kind);
        }
    }
}
