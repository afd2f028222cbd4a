package org.image2ai.api;

/** The shape that all identities share, so that an id is safe in a path, a log line and a file name. */
final class Identifiers {
    private static final int LONGEST = 64;

    private Identifiers() {}

    static void require(String kind, String value) {
        if (value == null || !isWellFormed(value)) {
            throw PlatformException.invalid("invalid_id", "This is not the id of a " + kind + ".")
                    .withField(kind);
        }
    }

    /** {@code [A-Za-z0-9][A-Za-z0-9_-]{0,63}}; by hand, since every row that is read passes here several times. */
    private static boolean isWellFormed(String value) {
        int length = value.length();
        if (length == 0 || length > LONGEST || !isAlphanumeric(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = value.charAt(i);
            if (!isAlphanumeric(c) && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
