package org.image2ai.api.security;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.SessionId;
import org.osgi.annotation.versioning.ProviderType;

/** Sessions of browsers, kept by the SHA-256 of their secret. All methods join the caller's transaction. */
@ProviderType
public interface Sessions {
    /** Opens a session for somebody who has proven who they are. */
    OpenedSession open(SignedIn signedIn, ClientInfo client);

    /** A session of an account, if it has this one. */
    Optional<OpenSession> find(AccountId account, SessionId session);

    /** Ends the sessions of an account, all but one where that is given. @return how many */
    int end(AccountId account, Optional<SessionId> except);
}
