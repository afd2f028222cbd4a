package org.image2ai.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** Argon2id behind a small bulkhead: hashing is dear on purpose, so only a few run at once. */
@ProviderType
public interface PasswordHasher {
    /**
     * A salted hash in PHC string format.
     *
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code busy} when the bulkhead is full
     */
    String hash(char[] password);

    /**
     * A hash that no password has, made without work: who compares a password with it takes the same time as with a real
     * one, and so does not show that there is none.
     */
    String nobodys();

    /** Whether a password is that of a hash; constant time for a given cost. */
    boolean matches(char[] password, String hash);
}
