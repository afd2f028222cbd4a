package org.image2ai.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.api.PlatformException;

/** Secrets of second factors, AES-256-GCM under a key outside the database, each bound to its account. */
final class TotpVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    TotpVault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String seal(byte[] secret, String account) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret, account);
        byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(all);
    }

    byte[] open(String text, String account) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        return cipher(Cipher.DECRYPT_MODE, nonce, sealed, account);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input, String account) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw PlatformException.internal("totp_unreadable", "A second factor cannot be read with this key.", e);
        }
    }
}
