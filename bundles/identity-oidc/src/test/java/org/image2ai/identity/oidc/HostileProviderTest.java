package org.image2ai.identity.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;
import org.junit.After;
import org.junit.Test;

/** Tokens and callbacks that must not let anybody in. */
public class HostileProviderTest {
    private static final URI REDIRECT = URI.create("https://image2ai.example/callback");

    private final OidcServer server = new OidcServer();
    private final OidcProvider provider = new OidcProvider(
            OidcSettings.of(Configs.of(Configs.client(server.issuer()))), new DirectEgress(), Clock.systemUTC());

    @After
    public void close() {
        server.close();
    }

    private VerifiedIdentity signIn(Consumer<Map<String, String>> change) {
        SignInAttempt attempt = provider.begin(REDIRECT);
        Map<String, String> answer = new HashMap<>(OidcProviderTest.query(new Browser().next(attempt.location())));
        change.accept(answer);
        return provider.complete(attempt, REDIRECT, answer);
    }

    private String refusal(Consumer<Map<String, String>> change) {
        PlatformException e = assertThrows(PlatformException.class, () -> signIn(change));
        assertEquals(e.toString(), ErrorType.DENIED, e.type());
        assertEquals("sign_in_refused", e.code());
        return e.getMessage();
    }

    private void assertRefusedFor(String why, Consumer<JWTClaimsSet.Builder> claims) {
        server.claims = claims;
        String message = refusal(answer -> {});
        assertTrue(message, message.contains(why));
    }

    @Test
    public void everyPublicKeySignatureIsTaken() {
        var pair = Keys.edwards();
        var curve = Keys.ec("ec");
        server.keys = List.of(OidcServer.key(), curve, Keys.jwk(pair, "ed"));
        for (var signer : List.of(
                Keys.signing(JWSAlgorithm.RS256, OidcServer.key()),
                Keys.signing(JWSAlgorithm.PS256, OidcServer.key()),
                Keys.signing(curve),
                Keys.signing(pair, "ed"))) {
            server.signer = signer;
            assertEquals("person-1", signIn(answer -> {}).subject());
        }
    }

    @Test
    public void refusesATokenWithoutASignature() {
        server.signer = claims -> new PlainJWT(claims).serialize();
        assertTrue(refusal(answer -> {}).contains("not signed"));
    }

    @Test
    public void refusesAnHmacWithThePublicKey() {
        server.signer = Keys.hmacWithPublicKey(OidcServer.key());
        assertTrue(refusal(answer -> {}).contains("signature"));
    }

    @Test
    public void refusesASignatureOfAnotherKeyUnderAKnownKid() {
        server.signer =
                Keys.signing(JWSAlgorithm.RS256, Keys.rsa(OidcServer.key().getKeyID()));
        assertTrue(refusal(answer -> {}).contains("signature"));
    }

    @Test
    public void refusesAnEdwardsSignatureOfSomebodyElse() {
        server.keys = List.of(Keys.jwk(Keys.edwards(), "ed"));
        server.signer = Keys.signing(Keys.edwards(), "ed");
        assertTrue(refusal(answer -> {}).contains("signature"));
        server.signer =
                claims -> Keys.signing(Keys.edwards(), "ed").apply(claims).replaceFirst("[^.]+$", "AAAA");
        assertTrue(refusal(answer -> {}).contains("signature"));
    }

    @Test
    public void refusesATokenOfAnotherType() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(OidcServer.key().getKeyID())
                .build();
        server.signer = claims -> Keys.signed(header, claims, Keys.signer(OidcServer.key()));
        assertTrue(refusal(answer -> {}).contains("another type"));
    }

    @Test
    public void refusesATokenThatWasNotMadeForThisAttempt() {
        assertRefusedFor("claims", all -> all.claim("nonce", "another"));
        assertRefusedFor("claims", all -> all.claim("nonce", null));
    }

    @Test
    public void refusesATokenOfAnotherIssuerOrForAnotherClient() {
        assertRefusedFor("claims", all -> all.issuer("https://evil.example"));
        assertRefusedFor("claims", all -> all.audience("another"));
        assertRefusedFor("claims", all -> all.audience(List.of()));
        assertRefusedFor("another client", all -> all.claim("azp", "another"));
        assertRefusedFor("another client", all -> all.audience(List.of(OidcServer.CLIENT, "another")));
    }

    @Test
    public void takesATokenForSeveralClientsThatWasIssuedToThisOne() {
        server.claims =
                all -> all.audience(List.of(OidcServer.CLIENT, "another")).claim("azp", OidcServer.CLIENT);
        assertEquals("person-1", signIn(answer -> {}).subject());
    }

    @Test
    public void timesCountWithinTheSkew() {
        Instant now = Instant.now();
        assertRefusedFor("claims", all -> all.expirationTime(Date.from(now.minusSeconds(90))));
        assertRefusedFor("claims", all -> all.issueTime(Date.from(now.plusSeconds(90))));
        assertRefusedFor("claims", all -> all.expirationTime(null));
        assertRefusedFor("claims", all -> all.issueTime(null));
        server.claims =
                all -> all.expirationTime(Date.from(now.minusSeconds(30))).issueTime(Date.from(now.plusSeconds(30)));
        assertEquals("person-1", signIn(answer -> {}).subject());
    }

    @Test
    public void theHashOfTheAccessTokenMustFitWhenItIsThere() {
        assertRefusedFor("another access token", all -> all.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
        // The left half of the SHA-256 of "access-token", as OpenID Connect Core 3.1.3.6 wants it.
        server.claims = all -> all.claim("at_hash", Keys.leftHalf("SHA-256", "access-token"));
        assertEquals("person-1", signIn(answer -> {}).subject());
        var pair = Keys.edwards();
        server.keys = List.of(Keys.jwk(pair, "ed"));
        server.signer = Keys.signing(pair, "ed");
        server.claims = all -> all.claim("at_hash", Keys.leftHalf("SHA-512", "access-token"));
        assertEquals("person-1", signIn(answer -> {}).subject());
    }

    @Test
    public void refusesASubjectThatIsNone() {
        assertRefusedFor("claims", all -> all.subject(null));
        assertRefusedFor("nobody", all -> all.subject(" "));
        assertRefusedFor("nobody", all -> all.subject("x".repeat(256)));
    }

    @Test
    public void refusesUserInfoAboutSomebodyElse() {
        server.claims = all -> all.claim("email", null);
        server.userInfo = Map.of("sub", "person-2", "email", "eve@example.org");
        assertTrue(refusal(answer -> {}).contains("somebody else"));
    }

    @Test
    public void refusesTheAnswerOfAnotherIssuer() {
        assertTrue(refusal(answer -> answer.put("iss", "https://evil.example")).contains("another issuer"));
        assertEquals("person-1", signIn(answer -> answer.remove("iss")).subject());
        assertEquals(1, server.asked("/token"));
    }

    @Test
    public void aProviderThatPromisesToNameItsIssuerMustDoSo() {
        server.metadata = all -> all.put("authorization_response_iss_parameter_supported", true);
        assertTrue(refusal(answer -> answer.remove("iss")).contains("does not name its issuer"));
        assertEquals("person-1", signIn(answer -> {}).subject());
    }

    @Test
    public void repeatsNothingOfAnErrorAnswer() {
        String message = refusal(answer -> {
            answer.put("error", "server_error");
            answer.put("error_description", "<script>");
        });
        assertFalse(message, message.contains("server_error") || message.contains("script"));
        assertEquals(0, server.asked("/token"));
    }

    @Test
    public void refusesAnAnswerWithoutAUsableCode() {
        assertTrue(refusal(answer -> answer.remove("code")).contains("no usable code"));
        assertTrue(refusal(answer -> answer.put("code", "x".repeat(9000))).contains("no usable code"));
        assertEquals(0, server.asked("/token"));
    }

    @Test
    public void refusesACodeThatWasGivenForAnotherAddress() {
        SignInAttempt attempt = provider.begin(REDIRECT);
        Map<String, String> answer = OidcProviderTest.query(new Browser().next(attempt.location()));
        URI elsewhere = URI.create("https://image2ai.example/elsewhere");
        PlatformException e =
                assertThrows(PlatformException.class, () -> provider.complete(attempt, elsewhere, answer));
        assertEquals("sign_in_refused", e.code());
        assertFalse(e.getMessage().contains("secret words"));
    }

    @Test
    public void refusesAnAnswerWithoutAnIdToken() {
        server.instead.put(
                "/token", http -> OidcServer.answer(http, 200, Map.of("access_token", "t", "token_type", "Bearer")));
        assertTrue(refusal(answer -> {}).contains("no ID token"));
    }
}
