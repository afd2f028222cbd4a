package org.image2ai.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.util.Set;

/**
 * Whether the provider has signed a token. Only signatures with a public key count: no {@code none}, and no HMAC, whose
 * secret would be a key that everybody knows.
 */
final class Signatures {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA,
            JWSAlgorithm.Ed25519);

    private final SigningKeys keys;

    Signatures(SigningKeys keys) {
        this.keys = keys;
    }

    boolean fit(SignedJWT token, Exchange exchange) {
        JWSHeader header = token.getHeader();
        return ALGORITHMS.contains(header.getAlgorithm())
                && keys.matching(header, exchange).stream().anyMatch(key -> fits(token, key));
    }

    private static boolean fits(SignedJWT token, JWK key) {
        try {
            return token.verify(verifier(token.getHeader(), key));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Nimbus leaves the Edwards curves to another library; the JDK has them. */
    private static JWSVerifier verifier(JWSHeader header, JWK key) throws JOSEException {
        if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
            return new Ed25519Verifier(pair);
        }
        if (key instanceof AsymmetricJWK pair) {
            return new DefaultJWSVerifierFactory().createJWSVerifier(header, pair.toPublicKey());
        }
        throw new JOSEException("Not the key of a public signature");
    }
}
