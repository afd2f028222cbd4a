package org.image2ai.identity.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;
import org.junit.After;
import org.junit.Test;

/** A provider that is down, slow, talkative, moved, or that changes its keys. */
public class UnreliableProviderTest {
    private static final URI REDIRECT = URI.create("https://image2ai.example/callback");
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OidcServer server = new OidcServer();
    private final MovableClock clock = new MovableClock();
    private final CountDownLatch never = new CountDownLatch(1);
    private final OidcProvider provider = provider(Map.of("deadlineSeconds", 1));

    private OidcProvider provider(Map<String, Object> changes) {
        Map<String, Object> config = new HashMap<>(Configs.client(server.issuer()));
        config.putAll(changes);
        return new OidcProvider(OidcSettings.of(Configs.of(config)), new DirectEgress(), clock);
    }

    @After
    public void close() {
        never.countDown();
        server.close();
    }

    private VerifiedIdentity signIn() {
        SignInAttempt attempt = provider.begin(REDIRECT);
        return provider.complete(attempt, REDIRECT, OidcProviderTest.query(new Browser().next(attempt.location())));
    }

    private PlatformException unavailable() {
        PlatformException e = assertThrows(PlatformException.class, this::signIn);
        assertEquals(e.toString(), ErrorType.UPSTREAM, e.type());
        assertEquals("identity_unavailable", e.code());
        return e;
    }

    private static HttpHandler text(String body) {
        return http -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().add("Content-Type", "application/json");
            http.sendResponseHeaders(200, bytes.length);
            http.getResponseBody().write(bytes);
        };
    }

    private static HttpHandler status(int status) {
        return http -> http.sendResponseHeaders(status, -1);
    }

    private HttpHandler silence() {
        return http -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    public void aDocumentOfAnotherIssuerIsNotBelieved() {
        server.metadata = all -> all.put("issuer", server.issuer() + "/");
        assertTrue(unavailable().getMessage().contains("another issuer"));
    }

    @Test
    public void anEndpointWithoutEncryptionElsewhereIsNotAsked() {
        for (String name : List.of("token_endpoint", "jwks_uri", "userinfo_endpoint", "authorization_endpoint")) {
            server.metadata = all -> all.put(name, "http://provider.example/x");
            assertTrue(unavailable().getMessage().contains(name));
            clock.pass(Duration.ofSeconds(6));
        }
    }

    @Test
    public void everyEndpointMayFailInEveryWay() {
        for (String path : List.of(DISCOVERY, "/token", "/keys", "/userinfo")) {
            server.claims = all -> all.claim("email", null);
            for (HttpHandler fault :
                    List.of(status(500), status(429), status(302), text("{"), text("[]"), text("x".repeat(300_000)))) {
                server.instead.put(path, fault);
                unavailable();
                clock.pass(Duration.ofHours(2));
            }
            server.instead.remove(path);
            assertEquals("person-1", signIn().subject());
            clock.pass(Duration.ofHours(2));
        }
    }

    @Test
    public void aSlowProviderCostsNoMoreThanTheDeadline() {
        for (String path : List.of(DISCOVERY, "/token", "/keys")) {
            server.instead.put(path, silence());
            long began = System.nanoTime();
            assertTrue(unavailable().retryable());
            assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 5);
            server.instead.remove(path);
            clock.pass(Duration.ofHours(2));
        }
    }

    @Test
    public void aProviderThatIsDownIsNotAskedByEverybodyAtOnce() {
        server.instead.put(DISCOVERY, status(503));
        unavailable();
        unavailable();
        assertEquals(1, server.asked(DISCOVERY));
        server.instead.clear();
        clock.pass(Duration.ofSeconds(6));
        assertEquals("person-1", signIn().subject());
        assertEquals(2, server.asked(DISCOVERY));
    }

    @Test
    public void whereItsEndpointsAreIsAskedAgainAfterAnHourAndAfterAFailure() {
        signIn();
        clock.pass(Duration.ofMinutes(61));
        signIn();
        assertEquals(2, server.asked(DISCOVERY));
        server.instead.put("/token", status(500));
        unavailable();
        server.instead.clear();
        signIn();
        assertEquals(3, server.asked(DISCOVERY));
    }

    @Test
    public void aBrokenAnswerOfTheTokenEndpointIsNotRepeated() {
        server.instead.put("/token", text("{\"access_token\": secret-token,"));
        PlatformException e = unavailable();
        assertEquals(null, e.getCause());
        assertFalse(e.getMessage().contains("secret-token"));
    }

    @Test
    public void aClientThatTheProviderDoesNotKnowIsOurFault() {
        OidcProvider stranger = provider(Map.of("clientSecret", "another-secret"));
        SignInAttempt attempt = stranger.begin(REDIRECT);
        Map<String, String> answer = OidcProviderTest.query(new Browser().next(attempt.location()));
        PlatformException e = assertThrows(PlatformException.class, () -> stranger.complete(attempt, REDIRECT, answer));
        assertEquals("identity_unavailable", e.code());
        assertFalse(e.retryable());
        assertFalse(e.getMessage().contains("another-secret"));
    }

    @Test
    public void aTokenEndpointThatTakesNoSecretCannotBeUsed() {
        server.metadata = all -> all.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        assertTrue(unavailable().getMessage().contains("no client secret"));
    }

    @Test
    public void newKeysAreFetchedWhenATokenNeedsThem() {
        signIn();
        rotate("key-2");
        assertEquals("person-1", signIn().subject());
        assertEquals(2, server.asked("/keys"));
    }

    @Test
    public void madeUpKeysMakeThemBeFetchedOnceAMinute() {
        signIn();
        server.signer = Keys.signing(JWSAlgorithm.RS256, Keys.rsa("made-up"));
        for (int i = 0; i < 3; i++) {
            assertThrows(PlatformException.class, this::signIn);
        }
        assertEquals(2, server.asked("/keys"));
        rotate("key-2");
        clock.pass(Duration.ofSeconds(59));
        assertThrows(PlatformException.class, this::signIn);
        clock.pass(Duration.ofSeconds(2));
        assertEquals("person-1", signIn().subject());
        assertEquals(3, server.asked("/keys"));
    }

    @Test
    public void aRevokedKeyIsNotTrustedForLong() {
        signIn();
        server.keys = List.of(Keys.rsa("key-2"));
        clock.pass(Duration.ofMinutes(16));
        PlatformException e = assertThrows(PlatformException.class, this::signIn);
        assertEquals("sign_in_refused", e.code());
    }

    private void rotate(String kid) {
        RSAKey key = Keys.rsa(kid);
        server.keys = List.of(key);
        server.signer = Keys.signing(JWSAlgorithm.RS256, key);
    }
}
