package org.image2ai.api.security;

import java.util.Objects;

/**
 * A key at the moment of its making, the only time it is shown.
 *
 * @param secret the key: {@code i2a_} and 43 characters of base64url (256 random bits)
 * @param key what is kept of it
 */
public record IssuedApiKey(String secret, ApiKey key) {
    public IssuedApiKey {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "IssuedApiKey[" + key.id() + "]";
    }
}
