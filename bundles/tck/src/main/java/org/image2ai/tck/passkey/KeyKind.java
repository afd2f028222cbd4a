package org.image2ai.tck.passkey;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The kinds of keys that devices have, and how COSE (RFC 9053) writes their public half. */
public enum KeyKind {
    /** ECDSA on P-256. */
    ES256("EC", 256, "SHA256withECDSA") {
        @Override
        byte[] cose(PublicKey key) {
            ECPublicKey point = (ECPublicKey) key;
            return new Cbor()
                    .map(5)
                    .number(1)
                    .number(2)
                    .number(3)
                    .number(-7)
                    .number(-1)
                    .number(1)
                    .number(-2)
                    .bytes(unsigned(point.getW().getAffineX(), 32))
                    .number(-3)
                    .bytes(unsigned(point.getW().getAffineY(), 32))
                    .toBytes();
        }
    },
    /** Ed25519. */
    EDDSA("Ed25519", 255, "Ed25519") {
        @Override
        byte[] cose(PublicKey key) {
            byte[] encoded = key.getEncoded();
            return new Cbor()
                    .map(4)
                    .number(1)
                    .number(1)
                    .number(3)
                    .number(-8)
                    .number(-1)
                    .number(6)
                    .number(-2)
                    .bytes(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                    .toBytes();
        }
    },
    /** RSA with PKCS #1 v1.5. */
    RS256("RSA", 2048, "SHA256withRSA") {
        @Override
        byte[] cose(PublicKey key) {
            RSAPublicKey numbers = (RSAPublicKey) key;
            return new Cbor()
                    .map(4)
                    .number(1)
                    .number(3)
                    .number(3)
                    .number(-257)
                    .number(-1)
                    .bytes(unsigned(numbers.getModulus(), 256))
                    .number(-2)
                    .bytes(unsigned(numbers.getPublicExponent(), 3))
                    .toBytes();
        }
    };

    private final String family;
    private final int bits;
    private final String signature;

    KeyKind(String family, int bits, String signature) {
        this.family = family;
        this.bits = bits;
        this.signature = signature;
    }

    abstract byte[] cose(PublicKey key);

    String signature() {
        return signature;
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + family, e);
        }
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[length];
        int taken = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - taken, exact, length - taken, taken);
        return exact;
    }
}
