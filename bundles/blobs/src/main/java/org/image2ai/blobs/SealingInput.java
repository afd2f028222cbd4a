package org.image2ai.blobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads plain bytes and gives them out sealed, a piece at a time: a store takes a stream. */
final class SealingInput extends InputStream {
    private static final int PIECE = 1 << 16;

    private final InputStream plain;
    private final Drain drain = new Drain();
    private final SealingOutput sealing;
    private final byte[] piece = new byte[PIECE];
    private boolean ended;

    SealingInput(BlobCipher cipher, InputStream plain, long maxBytes) throws IOException {
        this.plain = plain;
        this.sealing = new SealingOutput(cipher, drain, maxBytes);
    }

    /** What was sealed and is not yet read. */
    private static final class Drain extends ByteArrayOutputStream {
        private int at;

        int take(byte[] b, int off, int len) {
            int n = Math.min(len, count - at);
            System.arraycopy(buf, at, b, off, n);
            at += n;
            if (at == count) {
                reset();
                at = 0;
            }
            return n;
        }

        boolean isEmpty() {
            return count == 0;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        while (drain.isEmpty() && !ended) {
            int n = plain.read(piece);
            if (n < 0) {
                sealing.close();
                ended = true;
            } else {
                sealing.write(piece, 0, n);
            }
        }
        return drain.isEmpty() ? -1 : drain.take(b, off, len);
    }

    SealingOutput sealing() {
        return sealing;
    }
}
