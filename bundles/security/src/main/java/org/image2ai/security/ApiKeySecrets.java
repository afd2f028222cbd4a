package org.image2ai.security;

import java.util.regex.Pattern;
import org.image2ai.kit.Secrets;

/** The keys themselves: 256 random bits, so a plain SHA-256 is hash enough. */
final class ApiKeySecrets {
    static final String PREFIX = "i2a_";

    private static final Pattern SHAPE = Pattern.compile("i2a_[A-Za-z0-9_-]{43}");

    private ApiKeySecrets() {}

    static String next() {
        return PREFIX + Secrets.next();
    }

    static boolean isWellFormed(String secret) {
        return SHAPE.matcher(secret).matches();
    }

    static String hint(String secret) {
        return secret.substring(0, PREFIX.length() + 4) + "…";
    }
}
