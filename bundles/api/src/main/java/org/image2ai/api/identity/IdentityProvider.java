package org.image2ai.api.identity;

import java.net.URI;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A sign-in provider. Called by {@code accounts} on a request's thread; may block for a few seconds while it talks to
 * the provider. Nothing is left behind after a failure.
 *
 * <p>Implementations must: be safe for several threads; keep no state between {@link #begin} and {@link #complete},
 * for another instance may complete; accept nothing that is not bound to the attempt (state, nonce, PKCE). Service
 * properties: {@code image2ai.identity.id} ({@code google}) and {@code image2ai.identity.label} (for people).
 */
@ConsumerType
public interface IdentityProvider {
    /**
     * Begins a sign-in.
     *
     * @param redirect where the provider sends the browser back
     * @throws org.image2ai.api.PlatformException UPSTREAM {@code identity_unavailable}
     */
    SignInAttempt begin(URI redirect);

    /**
     * Completes it.
     *
     * @param attempt what {@link #begin} gave
     * @param redirect the same as there
     * @param parameters the query parameters with which the browser came back
     * @throws org.image2ai.api.PlatformException DENIED {@code sign_in_refused} when the provider or the person said
     *     no, or anything does not fit; UPSTREAM {@code identity_unavailable}
     */
    VerifiedIdentity complete(SignInAttempt attempt, URI redirect, Map<String, String> parameters);
}
