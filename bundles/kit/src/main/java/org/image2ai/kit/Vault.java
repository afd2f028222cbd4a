package org.image2ai.kit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.api.PlatformException;

/**
 * Seals secrets that a table keeps: AES-256-GCM under a key that lies outside the database. What is sealed for one row
 * opens in no other.
 */
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String VERSION = "1:";

    private final SecretKeySpec key;

    /** @param key 32 bytes, as {@link KeyFile} keeps them */
    public Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param owner the row whose secret it is */
    public String seal(byte[] secret, String owner) {
        try {
            byte[] nonce = Secrets.random(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The same of a text. */
    public String seal(String secret, String owner) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), owner);
    }

    /** @throws PlatformException INTERNAL {@code secret_unreadable} under another key, or in another row */
    public byte[] open(String sealed, String owner) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw PlatformException.internal("secret_unreadable", "The secret of " + owner + " cannot be opened.", e);
        }
    }

    /** The same as a text. */
    public String openText(String sealed, String owner) {
        return new String(open(sealed, owner), StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
