package org.image2ai.api.security;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.SessionId;
import org.osgi.annotation.versioning.ProviderType;

/** An authenticated caller. */
@ProviderType
public interface Identity {
    /** The account that acts. */
    AccountId account();

    /** The API key by which it came, if by one. */
    Optional<ApiKeyId> apiKey();

    /** The session by which it came, if by one. */
    Optional<SessionId> session();

    /** Whether roles and, for a key, its scopes permit this: {@code job:create}. */
    boolean permits(String permission);

    /** @throws org.image2ai.api.PlatformException DENIED {@code forbidden} naming the permission that is missing */
    void require(String permission);
}
