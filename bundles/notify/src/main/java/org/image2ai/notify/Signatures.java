package org.image2ai.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.kit.Secrets;

/** Secrets and signatures as the Standard Webhooks specification has them (standardwebhooks.com). */
final class Signatures {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private Signatures() {}

    static String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(Secrets.random(SECRET_BYTES));
    }

    /** The header {@code webhook-signature}: one signature for each secret, the newest first. */
    static String header(List<String> secrets, String id, long timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + sign(secret, id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private static String sign(String secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
