package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.Locale;
import org.image2ai.kit.Secrets;

/**
 * Something that is not as it was declared.
 *
 * @param kind what kind of thing
 * @param subject the table, the prefix, the bundle, or the bundle and the host
 * @param message what is wrong with it
 * @param found when it was found first
 * @param seen when it was found last
 */
public record Finding(Kind kind, String subject, String message, Instant found, Instant seen) {
    /** What is not as it was declared. */
    public enum Kind {
        /** A table that nobody declares. */
        TABLE,
        /** Stored objects that nobody declares. */
        PREFIX,
        /** A bundle that is not admitted. */
        BUNDLE,
        /** A host that a bundle called and does not declare. */
        HOST
    }

    static Finding now(Kind kind, String subject, String message, Instant now) {
        return new Finding(kind, subject, message, now, now);
    }

    /** The same for the same thing, so that it is found once. */
    public String id() {
        return Secrets.hash(kind.name().toLowerCase(Locale.ROOT) + ":" + subject);
    }
}
