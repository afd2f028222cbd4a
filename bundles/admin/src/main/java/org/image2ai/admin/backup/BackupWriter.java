package org.image2ai.admin.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.image2ai.kit.OwnerOnlyFile;

/**
 * Writes a backup: a zip beside its place, moved there when it is whole and durable. Checksums go to a file meanwhile,
 * so that memory does not grow with the number of entries' bytes; {@code sha256sum -c SHA256SUMS} can check them too.
 */
final class BackupWriter implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final Path part;
    private final Path sumsFile;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Writer sums;
    private long entries;

    BackupWriter(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.sumsFile = file.resolveSibling(file.getFileName() + ".sums.part");
        channel = OwnerOnlyFile.create(part);
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        sums = Channels.newWriter(OwnerOnlyFile.create(sumsFile), StandardCharsets.UTF_8);
    }

    /** What fills an entry. */
    interface Content {
        /** Writes all of it; the stream stays open. */
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    /** Adds text, which is made smaller. @return what the content returned */
    long text(String name, Content content) throws IOException, SQLException {
        return add(name, Deflater.BEST_SPEED, content);
    }

    /** Adds a picture, which would not get smaller. @return its length */
    long bytes(String name, InputStream in) throws IOException, SQLException {
        return add(name, Deflater.NO_COMPRESSION, in::transferTo);
    }

    private long add(String name, int level, Content content) throws IOException, SQLException {
        MessageDigest digest = Sha256.digest();
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        long result = content.writeTo(new Digesting(zip, digest));
        zip.closeEntry();
        sums.write(Sha256.hex(digest) + "  " + name + "\n");
        entries++;
        return result;
    }

    long entries() {
        return entries;
    }

    /** Ends the list of checksums. @return its own */
    String closeSums() throws IOException {
        sums.close();
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(Manifest.SUMS));
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(sumsFile)) {
            in.transferTo(new Digesting(zip, digest));
        }
        zip.closeEntry();
        return Sha256.hex(digest);
    }

    /** Ends the backup: whole, durable and in its place when this returns. @return its length */
    long finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return Files.size(file);
    }

    /** Without a finish nothing is left. */
    @Override
    public void close() throws IOException {
        sums.close();
        channel.close();
        Files.deleteIfExists(part);
        Files.deleteIfExists(sumsFile);
    }

    /** Passes on in whole arrays, and does not close what it passes to. */
    private static final class Digesting extends FilterOutputStream {
        private final MessageDigest digest;

        Digesting(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            digest.update(b, off, len);
            out.write(b, off, len);
        }

        @Override
        public void close() {
            // The zip goes on.
        }
    }
}
