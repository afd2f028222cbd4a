package org.image2ai.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, one after the other; at its end an {@link EOFException} instead of less than was asked for. */
final class FileBytes {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long before;

    FileBytes(InputStream in) {
        this.in = in;
    }

    /** How many were read or skipped. */
    long position() {
        return before + next;
    }

    private void fill() throws IOException {
        before += end;
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException();
        }
    }

    int u8() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next++] & 0xff;
    }

    /** Two bytes, the higher first. */
    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    /** Four bytes, the highest first. */
    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    /** Some bytes, the lowest first. */
    long little(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) u8() << 8 * i;
        }
        return value;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int got = 0; got < count; ) {
            if (next == end) {
                fill();
            }
            int n = Math.min(count - got, end - next);
            System.arraycopy(buffer, next, bytes, got, n);
            got += n;
            next += n;
        }
        return bytes;
    }

    String text(int count) throws IOException {
        return new String(bytes(count), StandardCharsets.ISO_8859_1);
    }

    /** Takes a part of the bytes, which stays so only for this call. */
    interface Taker {
        void take(byte[] from, int at, int count);
    }

    void skip(long count) throws IOException {
        pass(count, (from, at, n) -> {});
    }

    /** Shows some bytes to somebody, part by part. */
    void pass(long count, Taker to) throws IOException {
        for (long left = count; left > 0; ) {
            if (next == end) {
                fill();
            }
            int n = (int) Math.min(left, end - next);
            to.take(buffer, next, n);
            left -= n;
            next += n;
        }
    }
}
