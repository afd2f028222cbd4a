package org.image2ai.identity.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * What a provider says of itself in its
 * <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">discovery document</a>: asked at the first use,
 * kept for an hour, and asked again after any failure.
 */
final class Discovery {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String PATH = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final Cached<OIDCProviderMetadata> cached;

    Discovery(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.cached = new Cached<>(clock, LIFETIME);
    }

    OIDCProviderMetadata metadata(EgressSender http) {
        return cached.get(() -> fetch(http));
    }

    void forget() {
        cached.forget();
    }

    private OIDCProviderMetadata fetch(EgressSender http) {
        String issuer = settings.issuer().getValue().replaceFirst("/$", "");
        return checked(parsed(http.json(URI.create(issuer + PATH))));
    }

    /** Nimbus answers some nonsense with an unchecked exception; so here and wherever it reads what came from outside. */
    private OIDCProviderMetadata parsed(String document) {
        try {
            return OIDCProviderMetadata.parse(document);
        } catch (ParseException | RuntimeException e) {
            throw Outcomes.unavailable(settings, "its discovery document cannot be read", true)
                    .causedBy(e);
        }
    }

    private OIDCProviderMetadata checked(OIDCProviderMetadata metadata) {
        if (!settings.issuer().equals(metadata.getIssuer())) {
            throw Outcomes.unavailable(settings, "its discovery document names another issuer", false);
        }
        requireTrusted("authorization_endpoint", metadata.getAuthorizationEndpointURI());
        requireTrusted("token_endpoint", metadata.getTokenEndpointURI());
        requireTrusted("jwks_uri", metadata.getJWKSetURI());
        if (metadata.getUserInfoEndpointURI() != null) {
            requireTrusted("userinfo_endpoint", metadata.getUserInfoEndpointURI());
        }
        return metadata;
    }

    private void requireTrusted(String name, URI address) {
        if (!settings.trusts(address)) {
            throw Outcomes.unavailable(settings, "its " + name + " is missing or no https address", false);
        }
    }
}
