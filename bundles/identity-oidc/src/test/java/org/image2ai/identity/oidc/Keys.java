package org.image2ai.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.function.Function;

/** Keys of a provider, and the tokens that are signed with them. */
final class Keys {
    private Keys() {}

    static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair edwards() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The public half as a JWK: the last 32 bytes of its X.509 form. */
    static JWK jwk(KeyPair pair, String kid) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
                .keyID(kid)
                .build();
    }

    static Function<JWTClaimsSet, String> signing(JWSAlgorithm algorithm, RSAKey key) {
        return claims -> signed(header(algorithm, key.getKeyID()), claims, signer(key));
    }

    static Function<JWTClaimsSet, String> signing(ECKey key) {
        try {
            JWSSigner signer = new ECDSASigner(key);
            return claims -> signed(header(JWSAlgorithm.ES256, key.getKeyID()), claims, signer);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static Function<JWTClaimsSet, String> signing(KeyPair pair, String kid) {
        return signing(JWSAlgorithm.EdDSA, pair, kid);
    }

    static Function<JWTClaimsSet, String> signing(JWSAlgorithm algorithm, KeyPair pair, String kid) {
        return claims -> {
            String text = header(algorithm, kid).toBase64URL() + "."
                    + claims.toPayload().toBase64URL();
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(pair.getPrivate());
                signature.update(text.getBytes(StandardCharsets.US_ASCII));
                return text + "." + Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** The classic: the public key, which everybody has, as the secret of an HMAC. */
    static Function<JWTClaimsSet, String> hmacWithPublicKey(RSAKey key) {
        return claims -> {
            try {
                JWSSigner signer = new MACSigner(key.toRSAPublicKey().getEncoded());
                return signed(header(JWSAlgorithm.HS256, key.getKeyID()), claims, signer);
            } catch (JOSEException e) {
                throw new AssertionError(e);
            }
        };
    }

    static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A hash as in {@code at_hash}. */
    static String leftHalf(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(Arrays.copyOf(hash, hash.length / 2)).toString();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
