package org.image2ai.tck.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The little of CBOR (RFC 8949) that a device writes. */
final class Cbor {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int MAP = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A map of so many keys with their values, which follow. */
    Cbor map(int size) {
        return head(MAP, size);
    }

    Cbor text(String text) {
        byte[] utf = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf.length).out.writeBytes(utf);
        return this;
    }

    Cbor bytes(byte[] bytes) {
        head(BYTES, bytes.length).out.writeBytes(bytes);
        return this;
    }

    Cbor number(int number) {
        return number < 0 ? head(NEGATIVE, -1 - number) : head(UNSIGNED, number);
    }

    private Cbor head(int major, int count) {
        if (count < 24) {
            out.write(major << 5 | count);
        } else if (count < 256) {
            out.write(major << 5 | 24);
            out.write(count);
        } else {
            out.write(major << 5 | 25);
            out.write(count >> 8);
            out.write(count);
        }
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
