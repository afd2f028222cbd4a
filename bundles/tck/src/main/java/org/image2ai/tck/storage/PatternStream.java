package org.image2ai.tck.storage;

import java.io.IOException;
import java.io.InputStream;

/** A stream of any length that is made while it is read, and fails at its end if it is to. */
final class PatternStream extends InputStream {
    private final long length;
    private final boolean fails;
    private long position;

    PatternStream(long length, boolean fails) {
        this.length = length;
        this.fails = fails;
    }

    /** The byte at a position. */
    static byte at(long position) {
        return (byte) (position * 31 + (position >>> 12));
    }

    @Override
    public int read() throws IOException {
        if (position >= length) {
            return end();
        }
        return at(position++) & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (position >= length) {
            return end();
        }
        int count = (int) Math.min(len, length - position);
        for (int i = 0; i < count; i++) {
            b[off + i] = at(position++);
        }
        return count;
    }

    private int end() throws IOException {
        if (fails) {
            throw new IOException("the line broke");
        }
        return -1;
    }
}
