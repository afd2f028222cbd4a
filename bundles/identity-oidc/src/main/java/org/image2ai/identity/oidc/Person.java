package org.image2ai.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import org.image2ai.api.identity.VerifiedIdentity;

/** Reads a person out of claims. */
final class Person {
    private static final int LONGEST_SUBJECT = 255;

    private Person() {}

    /** Empty when the subject is none that the specification allows. */
    static Optional<VerifiedIdentity> of(String issuer, JWTClaimsSet claims) {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return Optional.empty();
        }
        Optional<String> email = text(claims, "email");
        return Optional.of(new VerifiedIdentity(
                issuer, subject, email, email.isPresent() && verified(claims), text(claims, "name")));
    }

    /** Some providers write the truth in quotes. */
    private static boolean verified(JWTClaimsSet claims) {
        return "true".equals(String.valueOf(claims.getClaim("email_verified")));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }
}
