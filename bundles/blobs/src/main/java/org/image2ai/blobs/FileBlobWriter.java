package org.image2ai.blobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService.BlobWriter;

/** Collects a blob in a temporary file, because a store takes a stream and the caller wants to write one. */
final class FileBlobWriter extends BlobWriter {
    private final long maxBytes;
    private final Function<InputStream, Blob> put;
    private final Path file;
    private final OutputStream out;
    private long bytes;

    FileBlobWriter(long maxBytes, Function<InputStream, Blob> put) {
        this.maxBytes = maxBytes;
        this.put = put;
        try {
            file = Files.createTempFile("image2ai-blob", ".part");
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw BundleBlobs.failed("A temporary file could not be made.", e);
        }
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
            try (InputStream content = Files.newInputStream(file)) {
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
            Files.deleteIfExists(file);
        }
    }
}
