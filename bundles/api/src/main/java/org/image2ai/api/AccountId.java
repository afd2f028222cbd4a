package org.image2ai.api;

/**
 * Identity of an account, the owner of jobs, assets, credits and keys.
 *
 * @param value {@code acc_} and 26 Crockford base-32 digits; opaque to everyone but {@code accounts}
 */
public record AccountId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public AccountId {
        Identifiers.require("account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
