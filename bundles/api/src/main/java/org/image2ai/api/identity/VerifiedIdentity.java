package org.image2ai.api.identity;

import java.util.Objects;
import java.util.Optional;

/**
 * Who somebody is, as a sign-in provider says.
 *
 * @param issuer the provider's issuer identifier
 * @param subject the person's identifier there, never reassigned
 * @param email their address, if told
 * @param emailVerified whether the provider has verified that address
 * @param name what they are called, if told
 */
public record VerifiedIdentity(
        String issuer, String subject, Optional<String> email, boolean emailVerified, Optional<String> name) {
    public VerifiedIdentity {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return "VerifiedIdentity[" + issuer + "]";
    }
}
