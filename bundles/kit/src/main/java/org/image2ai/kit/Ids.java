package org.image2ai.kit;

import java.security.SecureRandom;

/** Makes identities: a prefix and a ULID (48 bits of time, 80 of chance), so that newer ids sort after older ones. */
public final class Ids {
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identity: {@code next("job")} gives {@code job_01J…}, 26 digits after the underscore. */
    public static String next(String prefix) {
        byte[] chance = new byte[10];
        RANDOM.nextBytes(chance);
        StringBuilder id =
                new StringBuilder(prefix.length() + 27).append(prefix).append('_');
        long now = System.currentTimeMillis();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(CROCKFORD[(int) (now >>> shift) & 31]);
        }
        append(id, chance, 0);
        append(id, chance, 5);
        return id.toString();
    }

    /** Five bytes are eight digits. */
    private static void append(StringBuilder id, byte[] chance, int from) {
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | chance[from + i] & 0xff;
        }
        for (int shift = 35; shift >= 0; shift -= 5) {
            id.append(CROCKFORD[(int) (bits >>> shift) & 31]);
        }
    }
}
