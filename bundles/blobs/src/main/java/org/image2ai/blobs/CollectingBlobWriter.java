package org.image2ai.blobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService.BlobWriter;

/**
 * Collects a blob, sealed already, a large one in a temporary file: a store takes a stream, and the caller wants to
 * write one.
 */
final class CollectingBlobWriter extends BlobWriter {
    private static final int IN_MEMORY = 1 << 18;

    private final Put put;
    private final DeferredFileOutputStream collected;
    private final SealingOutput out;

    /** Stores what was collected. */
    interface Put {
        Blob put(InputStream sealed, SealingOutput plain);
    }

    CollectingBlobWriter(BlobCipher cipher, long maxBytes, Put put) throws IOException {
        this.put = put;
        collected = DeferredFileOutputStream.builder()
                .setThreshold(IN_MEMORY)
                .setPrefix("image2ai-blob")
                .setSuffix(".part")
                .get();
        out = new SealingOutput(cipher, new BufferedOutputStream(collected, 1 << 16), maxBytes);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        out.write(b, off, len);
    }

    @Override
    public Blob commit() {
        try {
            out.close();
            try (InputStream content = collected.toInputStream()) {
                return put.put(content, out);
            }
        } catch (IOException e) {
            throw BundleBlobs.failed("A temporary file could not be read again.", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            if (collected.getFile() != null) {
                Files.deleteIfExists(collected.getFile().toPath());
            }
        }
    }
}
