package org.image2ai.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Turns the credentials of a request into an identity. While no authenticator is live, {@code rest} refuses all. */
@ProviderType
public interface Authenticator {
    /**
     * Who that is.
     *
     * @param credentials what the request shows; an {@code Authorization} header goes before cookies
     * @return the identity; empty when the request had no credentials
     * @throws org.image2ai.api.PlatformException DENIED {@code unauthenticated} when it had some that are not good,
     *     {@code csrf_token_invalid} when a cookie alone would change something, {@code network_not_allowed} for a key
     *     that is used from elsewhere; EXHAUSTED {@code rate_limited} after too many wrong passwords
     */
    Optional<Identity> authenticate(Credentials credentials);
}
