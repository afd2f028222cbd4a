package org.image2ai.identity.oidc;

import org.image2ai.api.PlatformException;

/** The two ways in which a sign-in ends badly. The words are ours: what came from outside is never repeated. */
final class Outcomes {
    static final String UNAVAILABLE = "identity_unavailable";

    private Outcomes() {}

    static PlatformException refused(OidcSettings settings, String why) {
        return PlatformException.denied("sign_in_refused", "The sign-in at " + settings.id() + " ended: " + why + ".");
    }

    static PlatformException unavailable(OidcSettings settings, String why, boolean retryable) {
        return PlatformException.upstream(
                UNAVAILABLE, "The sign-in provider " + settings.id() + " cannot be used: " + why + ".", retryable);
    }
}
