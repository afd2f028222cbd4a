package org.image2ai.api;

/**
 * Identity of a hold of credits.
 *
 * @param value {@code hld_} and 26 Crockford base-32 digits; opaque to everyone but {@code billing}
 */
public record HoldId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public HoldId {
        Identifiers.require("hold", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
