package org.image2ai.identity.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import java.text.ParseException;
import org.image2ai.api.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates ID tokens as
 * <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 3.1.3.7</a>
 * says: signature, issuer, audience, authorized party, times, nonce and the hash of the access token.
 */
final class IdTokens {
    private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);

    private final OidcSettings settings;
    private final Signatures signatures;

    IdTokens(OidcSettings settings, Signatures signatures) {
        this.settings = settings;
        this.signatures = signatures;
    }

    JWTClaimsSet validated(OIDCTokens tokens, Nonce nonce, Exchange exchange) {
        SignedJWT token = signed(tokens.getIDToken());
        if (!signatures.fit(token, exchange)) {
            throw refused("the signature of the ID token does not fit");
        }
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            int skew = (int) settings.clockSkew().toSeconds();
            new IDTokenClaimsVerifier(settings.issuer(), settings.client(), nonce, skew).verify(claims, null);
            requireAuthorizedParty(claims);
            requireHash(claims, token.getHeader().getAlgorithm(), tokens.getAccessToken());
            return claims;
        } catch (ParseException | BadJWTException e) {
            LOG.debug("{}: ID token refused: {}", settings.id(), e.getMessage());
            throw refused("the claims of the ID token do not fit");
        }
    }

    private SignedJWT signed(JWT token) {
        if (!(token instanceof SignedJWT signed)) {
            throw refused("the ID token is not signed");
        }
        JOSEObjectType type = signed.getHeader().getType();
        if (type != null && !type.equals(JOSEObjectType.JWT)) {
            throw refused("the ID token is a token of another type");
        }
        return signed;
    }

    /** A token for several clients must say which of them it was issued to. */
    private void requireAuthorizedParty(JWTClaimsSet claims) throws ParseException {
        String party = claims.getStringClaim("azp");
        boolean fits = party == null
                ? claims.getAudience().size() == 1
                : party.equals(settings.client().getValue());
        if (!fits) {
            throw refused("the ID token was issued to another client");
        }
    }

    private void requireHash(JWTClaimsSet claims, JWSAlgorithm algorithm, AccessToken token) throws ParseException {
        String hash = claims.getStringClaim("at_hash");
        Curve curve = JWSAlgorithm.Family.ED.contains(algorithm) ? Curve.Ed25519 : null;
        if (hash != null
                && !hash.equals(AccessTokenHash.compute(token, algorithm, curve).getValue())) {
            throw refused("the ID token belongs to another access token");
        }
    }

    private PlatformException refused(String why) {
        return Outcomes.refused(settings, why);
    }
}
