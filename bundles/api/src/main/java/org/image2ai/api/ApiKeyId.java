package org.image2ai.api;

/**
 * Identity of an API key (never the key itself).
 *
 * @param value {@code key_} and 26 Crockford base-32 digits; opaque to everyone but {@code security}
 */
public record ApiKeyId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public ApiKeyId {
        Identifiers.require("apiKey", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
