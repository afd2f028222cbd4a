package org.image2ai.model.openai;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.api.AccountId;

/**
 * What OpenAI may know a person by, so that it can tell one that abuses it from the others: a keyed hash, which nobody
 * without the operator's key can lead back.
 */
final class Pseudonym {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Pseudonym(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    String of(AccountId account) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal(account.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
