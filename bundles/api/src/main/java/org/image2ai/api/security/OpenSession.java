package org.image2ai.api.security;

import java.time.Instant;
import java.util.Objects;
import org.image2ai.api.SessionId;

/**
 * A session that goes on.
 *
 * @param id its identity
 * @param opened when somebody last proved who they are to get it
 * @param secondFactor whether a second factor was shown, then or later
 */
public record OpenSession(SessionId id, Instant opened, boolean secondFactor) {
    public OpenSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(opened, "opened");
    }
}
