package org.image2ai.identity.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.SignInAttempt;
import org.junit.After;
import org.junit.Test;

/** Answers that are JSON and yet make no sense end in one of the two errors, never in a fault of ours. */
public class NonsenseTest {
    private static final URI REDIRECT = URI.create("https://image2ai.example/callback");
    private static final String DEEP = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    private static final Map<String, List<String>> BODIES = Map.of(
            "/.well-known/openid-configuration",
            List.of("", "null", "1", "{}", DEEP, "{\"issuer\":5}", "{\"issuer\":\"\"}", "{\"issuer\":[]}"),
            "/keys",
            List.of(
                    "",
                    "null",
                    "{}",
                    DEEP,
                    "{\"keys\":5}",
                    "{\"keys\":[5]}",
                    "{\"keys\":[{}]}",
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":1,\"e\":\"AQAB\"}]}",
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\"\",\"e\":\"\"}]}",
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\"AQ\",\"e\":\"AQ\"}]}",
                    "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"key-1\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}",
                    "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"key-1\",\"k\":\"AAAA\"}]}"),
            "/token",
            List.of(
                    "",
                    "null",
                    "{}",
                    DEEP,
                    "{\"access_token\":5,\"token_type\":\"Bearer\",\"id_token\":\"a.b.c\"}",
                    "{\"access_token\":\"a\",\"token_type\":5,\"id_token\":\"a.b.c\"}",
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":5}",
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"a.b.c\"}",
                    "{\"access_token\":\"\",\"token_type\":\"Bearer\",\"id_token\":\"\"}",
                    "{\"access_token\":\"a\",\"token_type\":\"\",\"id_token\":\"....\"}",
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\",\"id_token\":\"a.b.c\"}"),
            "/userinfo",
            List.of(
                    "",
                    "null",
                    "{}",
                    DEEP,
                    "{\"sub\":5}",
                    "{\"sub\":\"\"}",
                    "{\"sub\":[\"person-1\"]}",
                    "{\"email\":\"eve@example.org\"}"));

    private final OidcServer server = new OidcServer();

    @After
    public void close() {
        server.close();
    }

    private void signIn() {
        OidcProvider provider = new OidcProvider(
                OidcSettings.of(Configs.of(Configs.client(server.issuer()))), new DirectEgress(), Clock.systemUTC());
        SignInAttempt attempt = provider.begin(REDIRECT);
        assertNotNull(
                provider.complete(attempt, REDIRECT, OidcProviderTest.query(new Browser().next(attempt.location()))));
    }

    private String outcome() {
        try {
            signIn();
            return "signed in";
        } catch (PlatformException e) {
            return e.code();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @Test
    public void noAnswerIsAFaultOfOurs() {
        server.claims = all -> all.claim("email", null);
        List<String> wrong = new ArrayList<>();
        BODIES.forEach((path, bodies) -> bodies.forEach(body -> {
            for (String type : List.of("application/json", ";;;", "application/jwt")) {
                answer(path, type, body);
                String outcome = outcome();
                if (!Set.of("identity_unavailable", "sign_in_refused").contains(outcome)) {
                    wrong.add(
                            path + " " + type + " " + body.substring(0, Math.min(body.length(), 80)) + ": " + outcome);
                }
                server.instead.clear();
            }
        }));
        assertEquals(String.join("\n", wrong), 0, wrong.size());
    }

    private void answer(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.instead.put(path, http -> {
            http.getResponseHeaders().add("Content-Type", type);
            http.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        });
    }

    @Test
    public void noClaimIsAFaultOfOurs() {
        Map<String, Object> odd =
                Map.of("at_hash", 5, "nonce", "", "azp", List.of(), "aud", 5, "iss", List.of("a"), "exp", "tomorrow");
        odd.forEach((name, content) -> {
            server.claims = all -> all.claim(name, content);
            assertEquals(name, "sign_in_refused", outcome());
        });
        for (String name : List.of("at_hash", "azp", "iss", "sub", "aud", "exp", "iat")) {
            server.claims = all -> all.claim(name, "");
            assertEquals(name, "sign_in_refused", outcome());
        }
    }

    @Test
    public void oddClaimsThatNobodyNeedsAreLeftOut() {
        server.claims = all -> all.claim("email", 5).claim("name", List.of()).claim("email_verified", Map.of("a", "b"));
        assertEquals("signed in", outcome());
    }

    @Test
    public void theNewNameOfEd25519IsKnown() {
        var pair = Keys.edwards();
        server.keys = List.of(Keys.jwk(pair, "ed"));
        server.signer = Keys.signing(JWSAlgorithm.Ed25519, pair, "ed");
        assertEquals("signed in", outcome());
    }
}
