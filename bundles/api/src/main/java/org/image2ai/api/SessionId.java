package org.image2ai.api;

/**
 * Identity of a session (never its secret).
 *
 * @param value {@code ses_} and 26 Crockford base-32 digits; opaque to everyone but {@code security}
 */
public record SessionId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public SessionId {
        Identifiers.require("session", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
