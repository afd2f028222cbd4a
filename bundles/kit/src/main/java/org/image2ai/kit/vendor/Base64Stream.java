package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** Bytes as base64 while they are read. */
final class Base64Stream extends InputStream {
    /** A multiple of three, so that padding comes at the end only. */
    private static final int CHUNK = 3 * 4_096;

    private final InputStream in;
    private final byte[] plain = new byte[CHUNK];
    private byte[] encoded = new byte[0];
    private int at;

    Base64Stream(InputStream in) {
        this.in = in;
    }

    /** How long so many bytes become. */
    static long length(long bytes) {
        return (bytes + 2) / 3 * 4;
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int got = Math.min(length, encoded.length - at);
        System.arraycopy(encoded, at, buffer, offset, got);
        at += got;
        return got;
    }

    private boolean fill() throws IOException {
        if (at == encoded.length) {
            int got = in.readNBytes(plain, 0, CHUNK);
            encoded = got == CHUNK
                    ? Base64.getEncoder().encode(plain)
                    : Base64.getEncoder().encode(Arrays.copyOf(plain, got));
            at = 0;
        }
        return at < encoded.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
