package org.image2ai.api;

/**
 * Identity of a picture in someone's library.
 *
 * @param value {@code ast_} and 26 Crockford base-32 digits; opaque to everyone but {@code library}
 */
public record AssetId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public AssetId {
        Identifiers.require("asset", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
