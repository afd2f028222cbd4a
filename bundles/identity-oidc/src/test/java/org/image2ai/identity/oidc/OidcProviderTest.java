package org.image2ai.identity.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.identity.IdentityProvider;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.tck.identity.IdentityProviderContract;
import org.junit.After;
import org.junit.Test;

/** The contract, and the flow as the provider sees it. */
public class OidcProviderTest extends IdentityProviderContract {
    private final OidcServer server = new OidcServer();
    private final Map<String, Object> config = new HashMap<>(Configs.client(server.issuer()));

    @After
    public void close() {
        server.close();
    }

    @Override
    protected IdentityProvider provider() {
        return new OidcProvider(OidcSettings.of(Configs.of(config)), new DirectEgress(), Clock.systemUTC());
    }

    @Override
    protected Optional<IdentityProvider> unreachable() {
        server.close();
        return Optional.of(provider());
    }

    @Override
    protected Map<String, String> signIn(URI location) {
        return parameters(new Browser().next(location));
    }

    static Map<String, String> query(URI address) {
        return parameters(address);
    }

    @Override
    protected VerifiedIdentity expected() {
        return identity(Optional.of("ada@example.org"), true);
    }

    private VerifiedIdentity identity(Optional<String> email, boolean verified) {
        return new VerifiedIdentity(server.issuer(), "person-1", email, verified, Optional.of("Ada"));
    }

    private VerifiedIdentity complete() {
        SignInAttempt attempt = provider().begin(redirect());
        return provider().complete(attempt, redirect(), signIn(attempt.location()));
    }

    @Test
    public void asksForACodeWithProofKeyStateAndNonce() {
        config.put("extra", "prompt=select_account, hd = example.org");
        Map<String, String> request = parameters(provider().begin(redirect()).location());
        assertEquals("code", request.get("response_type"));
        assertEquals("openid email profile", request.get("scope"));
        assertEquals("S256", request.get("code_challenge_method"));
        assertEquals(redirect().toString(), request.get("redirect_uri"));
        assertEquals("select_account", request.get("prompt"));
        assertEquals("example.org", request.get("hd"));
        for (String random : List.of("state", "nonce", "code_challenge")) {
            assertEquals(random, 43, request.get(random).length());
        }
    }

    @Test
    public void nothingIsAskedBeforeTheFirstSignIn() {
        provider();
        assertEquals(List.of(), server.asked);
    }

    @Test
    public void metadataAndKeysAreAskedOnceForManySignIns() {
        IdentityProvider provider = provider();
        for (int i = 0; i < 3; i++) {
            SignInAttempt attempt = provider.begin(redirect());
            assertEquals(expected(), provider.complete(attempt, redirect(), signIn(attempt.location())));
        }
        assertEquals(1, server.asked("/.well-known/openid-configuration"));
        assertEquals(1, server.asked("/keys"));
        assertEquals(0, server.asked("/userinfo"));
    }

    @Test
    public void provesItsSecretInTheHeadWhenNothingIsSaid() {
        assertEquals(expected(), complete());
        assertTrue(server.authorization.isPresent());
        assertEquals(null, server.form.get("client_secret"));
    }

    @Test
    public void provesItsSecretInTheFormWhereTheProviderWantsThat() {
        server.metadata = all -> all.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        assertEquals(expected(), complete());
        assertTrue(server.authorization.isEmpty());
        assertEquals(OidcServer.SECRET, server.form.get("client_secret"));
    }

    @Test
    public void aPublicClientHasOnlyItsProofKey() {
        config.put("clientSecret", "");
        assertEquals(expected(), complete());
        assertTrue(server.authorization.isEmpty());
        assertEquals(null, server.form.get("client_secret"));
    }

    @Test
    public void saysWhetherTheAddressIsVerified() {
        server.claims = all -> all.claim("email_verified", false);
        assertEquals(identity(expected().email(), false), complete());
        server.claims = all -> all.claim("email_verified", "true");
        assertEquals(expected(), complete());
        server.claims = all -> all.claim("email_verified", null);
        assertEquals(identity(expected().email(), false), complete());
    }

    @Test
    public void asksUserInfoWhenTheTokenTellsNoAddress() {
        server.claims = all -> all.claim("email", null);
        server.userInfo = Map.of("sub", "person-1", "email", "ada@home.example", "email_verified", true);
        assertEquals(identity(Optional.of("ada@home.example"), true), complete());
    }

    @Test
    public void anAddressThatNobodyTellsIsEmpty() {
        server.claims = all -> all.claim("email", null);
        assertEquals(identity(Optional.empty(), false), complete());
        assertEquals(1, server.asked("/userinfo"));
        config.put("scopes", "openid");
        assertEquals(identity(Optional.empty(), false), complete());
        assertEquals(1, server.asked("/userinfo"));
    }
}
