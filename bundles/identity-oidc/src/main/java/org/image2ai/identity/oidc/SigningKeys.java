package org.image2ai.identity.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The provider's public keys: kept for a quarter of an hour, so that a revoked key is not trusted for long. A key that
 * is not among them makes them be fetched again, for keys rotate; at most once a minute, for kids can be made up.
 */
final class SigningKeys {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final Clock clock;
    private final Cached<JWKSet> cached;
    private Instant refreshed = Instant.MIN;
    private URI address;

    SigningKeys(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.cached = new Cached<>(clock, LIFETIME);
    }

    /** The keys that may have signed what has this header. */
    synchronized List<JWK> matching(JWSHeader header, Exchange exchange) {
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
        URI asked = exchange.metadata().getJWKSetURI();
        if (!asked.equals(address)) {
            cached.forget();
            address = asked;
        }
        List<JWK> found = selector.select(cached.get(() -> fetch(exchange)));
        if (!found.isEmpty() || clock.instant().isBefore(refreshed.plus(BETWEEN_REFRESHES))) {
            return found;
        }
        refreshed = clock.instant();
        return selector.select(cached.refresh(() -> fetch(exchange)));
    }

    private JWKSet fetch(Exchange exchange) {
        String document = exchange.http().json(exchange.metadata().getJWKSetURI());
        try {
            return JWKSet.parse(document);
        } catch (ParseException | RuntimeException e) {
            throw Outcomes.unavailable(settings, "its keys cannot be read", true)
                    .causedBy(e);
        }
    }
}
