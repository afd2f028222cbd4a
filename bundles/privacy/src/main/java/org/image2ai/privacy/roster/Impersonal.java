package org.image2ai.privacy.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/** Tables of the platform in which nothing is said of a person. */
final class Impersonal {
    private static final String FILE = "impersonal.properties";

    private Impersonal() {}

    static Set<String> tables() {
        Properties reasons = new Properties();
        try (InputStream in = Impersonal.class.getResourceAsStream(FILE)) {
            reasons.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons.stringPropertyNames();
    }
}
