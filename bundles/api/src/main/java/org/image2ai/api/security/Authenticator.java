package org.image2ai.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Turns the credentials of a request into an identity. While no authenticator is live, {@code rest} refuses all. */
@ProviderType
public interface Authenticator {
    /**
     * Who that is.
     *
     * @param authorization the {@code Authorization} header, if the request had one
     * @param remoteAddress where the request came from
     * @return the identity; empty when the request had no credentials
     * @throws org.image2ai.api.PlatformException DENIED {@code unauthenticated} when it had some that are not good
     */
    Optional<Identity> authenticate(Optional<String> authorization, String remoteAddress);
}
