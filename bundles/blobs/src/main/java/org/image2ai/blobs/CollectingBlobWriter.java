package org.image2ai.blobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.function.Function;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService.BlobWriter;

/** Collects a blob, a large one in a temporary file: a store takes a stream, and the caller wants to write one. */
final class CollectingBlobWriter extends BlobWriter {
    private static final int IN_MEMORY = 1 << 18;

    private final long maxBytes;
    private final Function<InputStream, Blob> put;
    private final DeferredFileOutputStream collected;
    private final OutputStream out;
    private long bytes;

    CollectingBlobWriter(long maxBytes, Function<InputStream, Blob> put) {
        this.maxBytes = maxBytes;
        this.put = put;
        collected = DeferredFileOutputStream.builder()
                .setThreshold(IN_MEMORY)
                .setPrefix("image2ai-blob")
                .setSuffix(".part")
                .get();
        out = new BufferedOutputStream(collected, 1 << 16);
    }

    static PlatformException tooLarge(long maxBytes) {
        return PlatformException.invalid("blob_too_large", "The blob is larger than " + maxBytes + " bytes.");
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        if (bytes + len > maxBytes) {
            throw tooLarge(maxBytes);
        }
        bytes += len;
        out.write(b, off, len);
    }

    @Override
    public Blob commit() {
        try {
            out.close();
            try (InputStream content = collected.toInputStream()) {
                return put.apply(content);
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
