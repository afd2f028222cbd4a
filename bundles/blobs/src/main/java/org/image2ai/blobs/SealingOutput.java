package org.image2ai.blobs;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.image2ai.api.PlatformException;

/** Takes plain bytes, counts them, and passes them on sealed; the digest is that of the plain bytes. */
final class SealingOutput extends OutputStream {
    private final OutputStream sealed;
    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private long bytes;

    SealingOutput(BlobCipher cipher, OutputStream target, long maxBytes) throws IOException {
        this.sealed = cipher.sealing(target);
        this.maxBytes = maxBytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        if (bytes + len > maxBytes) {
            throw PlatformException.invalid("blob_too_large", "The blob is larger than " + maxBytes + " bytes.");
        }
        bytes += len;
        digest.update(b, off, len);
        sealed.write(b, off, len);
    }

    /** Seals the last segment: without it nothing opens. */
    @Override
    public void close() throws IOException {
        sealed.close();
    }

    long bytes() {
        return bytes;
    }

    /** Of what was written; asked once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
