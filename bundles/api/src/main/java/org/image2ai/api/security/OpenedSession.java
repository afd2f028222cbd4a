package org.image2ai.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.image2ai.api.SessionId;

/**
 * A session at its opening, the only time that its secrets are known.
 *
 * @param id its identity
 * @param expires when it ends at the latest
 * @param csrfToken what {@code X-CSRF-Token} must say where something is changed
 * @param cookies the values of the {@code Set-Cookie} headers that give it to the browser
 */
public record OpenedSession(SessionId id, Instant expires, String csrfToken, List<String> cookies) {
    public OpenedSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(csrfToken, "csrfToken");
        cookies = List.copyOf(cookies);
    }

    @Override
    public String toString() {
        return "OpenedSession[" + id + "]";
    }
}
