package org.image2ai.identity.oidc;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.image2ai.api.identity.IdentityProvider;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.tck.identity.IdentityProviderContract;
import org.junit.After;
import org.junit.Before;

/** The contract against a provider that others have written. */
public class MockOAuth2ServerTest extends IdentityProviderContract {
    private static final String REALM = "realm";

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final Map<String, Object> config = new HashMap<>();

    @Before
    public void start() {
        server.start();
        config.putAll(Configs.client(server.issuerUrl(REALM).toString()));
    }

    @After
    public void close() {
        server.shutdown();
    }

    @Override
    protected IdentityProvider provider() {
        return new OidcProvider(OidcSettings.of(Configs.of(config)), new DirectEgress(), Clock.systemUTC());
    }

    @Override
    protected Map<String, String> signIn(URI location) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                REALM,
                "ada",
                "JWT",
                List.of(OidcServer.CLIENT),
                Map.of("email", "ada@example.org", "email_verified", true, "name", "Ada")));
        return parameters(new Browser().next(location));
    }

    @Override
    protected VerifiedIdentity expected() {
        return new VerifiedIdentity(
                server.issuerUrl(REALM).toString(), "ada", Optional.of("ada@example.org"), true, Optional.of("Ada"));
    }
}
