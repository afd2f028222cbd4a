package org.image2ai.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.identity.IdentityProvider;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;

/**
 * Signs people in with the authorization code flow of
 * <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect</a>, always with PKCE (S256), state
 * and nonce. Nothing of an attempt is kept here: only the provider's metadata and keys are.
 */
final class OidcProvider implements IdentityProvider {
    private final OidcSettings settings;
    private final Egress egress;
    private final Discovery discovery;
    private final CodeRedemption redemption;
    private final IdTokens idTokens;
    private final UserInfo userInfo;

    OidcProvider(OidcSettings settings, Egress egress, Clock clock) {
        this.settings = settings;
        this.egress = egress;
        this.discovery = new Discovery(settings, clock);
        this.redemption = new CodeRedemption(settings);
        this.idTokens = new IdTokens(settings, new Signatures(new SigningKeys(settings, clock)));
        this.userInfo = new UserInfo(settings);
    }

    @Override
    public SignInAttempt begin(URI redirect) {
        return exchange(exchange -> {
            State state = new State();
            AttemptSecret secret = AttemptSecret.random();
            AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                            ResponseType.CODE, settings.scope(), settings.client(), redirect)
                    .endpointURI(exchange.metadata().getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(secret.nonce())
                    .codeChallenge(secret.verifier(), CodeChallengeMethod.S256);
            settings.extra().forEach(request::customParameter);
            return new SignInAttempt(request.build().toURI(), state.getValue(), secret.text());
        });
    }

    @Override
    public VerifiedIdentity complete(SignInAttempt attempt, URI redirect, Map<String, String> parameters) {
        Callback callback = new Callback(settings, parameters);
        AuthorizationCode code = callback.code(attempt);
        AttemptSecret secret = AttemptSecret.parse(attempt.secret())
                .orElseThrow(() -> Outcomes.refused(settings, "it is not a sign-in that was begun here"));
        return exchange(exchange -> {
            callback.requireIssuer(exchange);
            OIDCTokens tokens = redemption.redeem(code, redirect, secret, exchange);
            JWTClaimsSet claims = idTokens.validated(tokens, secret.nonce(), exchange);
            VerifiedIdentity known = Person.of(settings.issuer().getValue(), claims)
                    .orElseThrow(() -> Outcomes.refused(settings, "the ID token names nobody"));
            return userInfo.complete(known, tokens, exchange);
        });
    }

    /** An endpoint that does not answer may have moved: the next sign-in asks where it is. */
    private <T> T exchange(Function<Exchange, T> work) {
        EgressSender http = new EgressSender(settings, egress);
        try {
            return work.apply(new Exchange(http, discovery.metadata(http)));
        } catch (PlatformException e) {
            if (e.code().equals(Outcomes.UNAVAILABLE)) {
                discovery.forget();
            }
            throw e;
        }
    }
}
