package org.image2ai.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.kit.Secrets;

/** Time-based one-time passwords (RFC 6238): SHA-1, 30 seconds, 6 digits, as every authenticator app has them. */
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The step of a code that fits now, one step before or one after: clocks differ. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long present = step(now);
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> Secrets.same(code(secret, step), code))
                .findFirst();
    }

    static long step(Instant at) {
        return at.getEpochSecond() / STEP_SECONDS;
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA1", e);
        }
    }

    /** Base 32 without padding (RFC 4648), as apps and people take secrets. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        long bits = 0;
        int held = 0;
        for (byte b : bytes) {
            bits = bits << 8 | b & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt((int) (bits >>> held) & 31));
            }
        }
        return held == 0
                ? text.toString()
                : text.append(BASE32.charAt((int) (bits << 5 - held) & 31)).toString();
    }
}
