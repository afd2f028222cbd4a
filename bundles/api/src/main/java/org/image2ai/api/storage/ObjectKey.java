package org.image2ai.api.storage;

import org.image2ai.api.PlatformException;

/**
 * Where an object lies: segments of lower-case letters, upper-case letters, digits, {@code . _ -}, joined by {@code /}.
 * No segment starts with a dot, so no key can climb out of a root or hide a file.
 *
 * @param value 1 to 512 characters
 */
public record ObjectKey(String value) {
    private static final int LONGEST = 512;
    private static final int LONGEST_SEGMENT = 128;
    private static final int MOST_SEGMENTS = 16;

    /** @throws PlatformException {@code invalid_key} when it is not of that shape */
    public ObjectKey {
        if (value == null || !isWellFormed(value)) {
            throw PlatformException.invalid("invalid_key", "This is not the key of an object.");
        }
    }

    /** By hand and not by a pattern, since every row that is read passes here. */
    private static boolean isWellFormed(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return false;
        }
        int segments = 1;
        int inSegment = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '/' && inSegment > 0) {
                segments++;
                inSegment = 0;
            } else if (inSegment == LONGEST_SEGMENT || !isAllowed(c) || c == '.' && inSegment == 0) {
                return false;
            } else {
                inSegment++;
            }
        }
        return inSegment > 0 && segments <= MOST_SEGMENTS;
    }

    private static boolean isAllowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
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
