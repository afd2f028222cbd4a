package org.image2ai.identity.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;

/**
 * Something fetched, kept for a while. One thread fetches and the others wait for it; a failure is kept for a moment
 * too, so that those who waited do not wait again, one after the other, for a provider that is down.
 */
final class Cached<T> {
    private static final Duration FAILURE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Duration lifetime;
    private T content;
    private PlatformException failure;
    private Instant until = Instant.MIN;

    Cached(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    synchronized T get(Supplier<T> fetch) {
        if (!clock.instant().isBefore(until)) {
            return refresh(fetch);
        }
        if (failure != null) {
            throw failure;
        }
        return content;
    }

    synchronized T refresh(Supplier<T> fetch) {
        try {
            content = fetch.get();
            failure = null;
            until = clock.instant().plus(lifetime);
            return content;
        } catch (PlatformException e) {
            content = null;
            failure = e;
            until = clock.instant().plus(FAILURE);
            throw e;
        }
    }

    /** Forgets the content; a failure is remembered for its moment. */
    synchronized void forget() {
        if (failure == null) {
            until = Instant.MIN;
        }
    }
}
