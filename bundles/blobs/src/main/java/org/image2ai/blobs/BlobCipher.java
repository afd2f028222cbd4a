package org.image2ai.blobs;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.image2ai.api.storage.ObjectKey;

/**
 * A blob at rest: four bytes that say what it is, the identity of its key, and the plain bytes under Tink's
 * AES256_GCM_HKDF streaming AEAD (https://developers.google.com/tink/streaming-aead/aes_gcm_hkdf_streaming) in segments
 * of 64 KiB, with the object's whole key as associated data: what was put under one key opens under no other.
 */
final class BlobCipher {
    static final int PREFIX = 4 + DataKey.ID_BYTES;
    private static final byte[] MAGIC = {'i', '2', 'a', 1};
    private static final int SEGMENT = 1 << 16;
    private static final int TAG = 16;

    private final DataKey key;
    private final byte[] where;
    private final AesGcmHkdfStreaming aead;

    BlobCipher(DataKey key, ObjectKey where) {
        this.key = key;
        this.where = where.value().getBytes(StandardCharsets.US_ASCII);
        aead = aead(key.ofBlobs());
    }

    private static AesGcmHkdfStreaming aead(byte[] secret) {
        try {
            return new AesGcmHkdfStreaming(secret, "HmacSha256", secret.length, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The identity of the key of a blob, if these first bytes are those of one. */
    static Optional<String> keyId(byte[] prefix) {
        boolean ours = prefix.length == PREFIX && Arrays.equals(prefix, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        return ours ? Optional.of(HexFormat.of().formatHex(prefix, MAGIC.length, PREFIX)) : Optional.empty();
    }

    /** The plain length, told by the length at rest. */
    static long plainBytes(long atRest) {
        long sealed = atRest - PREFIX;
        long segments = Math.max(1, (sealed + SEGMENT - 1) / SEGMENT);
        return Math.max(0, sealed - header() - segments * TAG);
    }

    /** A byte of its own length, the salt, and the nonce's prefix. */
    private static int header() {
        return 1 + 32 + 7;
    }

    OutputStream sealing(OutputStream out) throws IOException {
        ByteBuffer prefix = ByteBuffer.allocate(PREFIX).put(MAGIC);
        key.putId(prefix);
        out.write(prefix.array());
        try {
            return aead.newEncryptingStream(out, where);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Opens what follows the prefix. */
    InputStream opening(InputStream in) throws IOException {
        try {
            return aead.newDecryptingStream(in, where);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Opens any part of what follows the prefix. */
    SeekableByteChannel opening(SeekableByteChannel in) throws IOException {
        try {
            return aead.newSeekableDecryptingChannel(in, where);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
