package org.image2ai.api.identity;

import java.net.URI;
import java.util.Objects;

/**
 * A sign-in that was begun; the platform keeps it, bound to the browser, for a few minutes.
 *
 * @param location where the browser goes
 * @param state the {@code state} parameter that must come back
 * @param secret what only the platform and the plugin know: nonce and PKCE verifier, in the plugin's own form
 */
public record SignInAttempt(URI location, String state, String secret) {
    public SignInAttempt {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "SignInAttempt[" + location.getHost() + "]";
    }
}
