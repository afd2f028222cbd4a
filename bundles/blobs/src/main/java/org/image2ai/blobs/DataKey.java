package org.image2ai.blobs;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.image2ai.kit.Secrets;

/**
 * The key of one subject and holding: its identity, which stands in front of what it sealed, and 512 random bits, one
 * half for blobs and one for words, so that no key serves two ciphers.
 */
record DataKey(String id, byte[] secret) {
    static final int ID_BYTES = 8;
    private static final int HALF = 32;

    DataKey {
        if (id.length() != 2 * ID_BYTES || secret.length != 2 * HALF) {
            throw new IllegalArgumentException("no data key");
        }
    }

    static DataKey next() {
        return new DataKey(HexFormat.of().formatHex(Secrets.random(ID_BYTES)), Secrets.random(2 * HALF));
    }

    byte[] ofBlobs() {
        return Arrays.copyOf(secret, HALF);
    }

    byte[] ofWords() {
        return Arrays.copyOfRange(secret, HALF, 2 * HALF);
    }

    void putId(ByteBuffer to) {
        to.put(HexFormat.of().parseHex(id));
    }

    @Override
    public String toString() {
        return id;
    }
}
