package org.image2ai.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.image2ai.api.PlatformException;

/** The plain bytes of a blob, or of a part of it; what was changed at rest is said to be unreadable. */
final class OpenedBlob extends FilterInputStream {
    private final String key;
    private long left;

    /** @param opened the plain bytes @param key of the blob, as the caller knows it @param length bytes at most */
    OpenedBlob(InputStream opened, String key, long length) {
        super(opened);
        this.key = key;
        this.left = Math.max(0, length);
    }

    static PlatformException unreadable(String key, Throwable cause) {
        return PlatformException.internal(
                "blob_unreadable", "The bytes of the blob " + key + " are not those that were stored.", cause);
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
        if (left == 0) {
            return -1;
        }
        try {
            int n = in.read(b, off, (int) Math.min(len, left));
            left -= Math.max(0, n);
            return n;
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException || isCutOff(e)) {
                throw unreadable(key, e);
            }
            throw e;
        }
    }

    /** A stream that ends in the middle of its header has no cause. */
    private static boolean isCutOff(IOException e) {
        return e.getCause() == null && String.valueOf(e.getMessage()).contains("iphertext");
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] some = new byte[(int) Math.min(Math.max(n, 0), 1 << 16)];
        long skipped = 0;
        while (skipped < n) {
            int read = read(some, 0, (int) Math.min(some.length, n - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
