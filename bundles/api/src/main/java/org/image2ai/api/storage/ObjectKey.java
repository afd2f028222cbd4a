package org.image2ai.api.storage;

import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;

/**
 * Where an object lies: segments of lower-case letters, upper-case letters, digits, {@code . _ -}, joined by {@code /}.
 * No segment starts with a dot, so no key can climb out of a root or hide a file.
 *
 * @param value 1 to 512 characters
 */
public record ObjectKey(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){0,15}");

    /** @throws PlatformException {@code invalid_key} when it is not of that shape */
    public ObjectKey {
        if (value == null || value.length() > 512 || !SHAPE.matcher(value).matches()) {
            throw PlatformException.invalid("invalid_key", "This is not the key of an object.");
        }
    }

    /** A key of segments. */
    public static ObjectKey of(String... segments) {
        return new ObjectKey(String.join("/", segments));
    }

    @Override
    public String toString() {
        return value;
    }
}
