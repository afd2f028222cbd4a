package org.image2ai.tck.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A device with one passkey, and the browser around it: real keys, real signatures, and whatever lies a test wants. What
 * it answers is RegistrationResponseJSON and AuthenticationResponseJSON of WebAuthn, as maps.
 */
public final class SoftAuthenticator {
    /** Somebody was there. */
    public static final int PRESENT = 0x01;

    /** The device made sure that it is its owner. */
    public static final int VERIFIED = 0x04;

    private static final int ATTESTED = 0x40;
    private static final int ID_BYTES = 32;

    private final KeyKind kind;
    private final KeyPair keys;
    private final byte[] id = new byte[ID_BYTES];
    private String handle = "";

    private String origin;
    private int flags = PRESENT | VERIFIED;
    private long counter;
    private boolean counts = true;
    private boolean framed;

    /** A device with an elliptic curve, before pages of an origin. */
    public SoftAuthenticator(String origin) {
        this(origin, KeyKind.ES256);
    }

    /** A device with another kind of key. */
    public SoftAuthenticator(String origin, KeyKind kind) {
        this.origin = origin;
        this.kind = kind;
        this.keys = kind.generate();
        new SecureRandom().nextBytes(id);
    }

    /** From now on the browser is at another page. */
    public void moveTo(String otherOrigin) {
        origin = otherOrigin;
    }

    /** From now on the page stands in a frame of a foreign one. */
    public void frame() {
        framed = true;
    }

    /** What the device says of the person from now on. */
    public void say(int itsFlags) {
        flags = itsFlags;
    }

    /** Sets what was counted so far. */
    public void count(long soFar) {
        counter = soFar;
    }

    /** From now on it counts no more, as devices that copy their keys. */
    public void stopCounting() {
        counts = false;
        counter = 0;
    }

    /** Makes a passkey. */
    public Map<String, Object> create(String challenge, String party, String userHandle) {
        handle = userHandle;
        byte[] cose = kind.cose(keys.getPublic());
        byte[] attested = ByteBuffer.allocate(18 + ID_BYTES + cose.length)
                .put(new byte[16])
                .putShort((short) ID_BYTES)
                .put(id)
                .put(cose)
                .array();
        byte[] attestation = new Cbor()
                .map(3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .map(0)
                .text("authData")
                .bytes(said(party, ATTESTED, attested))
                .toBytes();
        return answer(Map.of(
                "clientDataJSON",
                encoded(client("webauthn.create", challenge)),
                "attestationObject",
                encoded(attestation),
                "transports",
                List.of("internal", "hybrid")));
    }

    /** Shows its passkey. */
    public Map<String, Object> get(String challenge, String party) {
        byte[] said = said(party, 0, new byte[0]);
        byte[] client = client("webauthn.get", challenge);
        byte[] hash = sha256(client);
        byte[] signed = ByteBuffer.allocate(said.length + hash.length)
                .put(said)
                .put(hash)
                .array();
        return answer(Map.of(
                "clientDataJSON", encoded(client),
                "authenticatorData", encoded(said),
                "signature", encoded(sign(signed)),
                "userHandle", handle));
    }

    private Map<String, Object> answer(Map<String, Object> response) {
        return Map.of(
                "id",
                encoded(id),
                "rawId",
                encoded(id),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                response);
    }

    private byte[] client(String type, String challenge) {
        String json = "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":" + framed + (framed ? ",\"topOrigin\":\"https://example.net\"}" : "}");
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] said(String party, int more, byte[] attested) {
        counter += counts ? 1 : 0;
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | more))
                .putInt((int) counter)
                .put(attested)
                .array();
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(kind.signature());
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
