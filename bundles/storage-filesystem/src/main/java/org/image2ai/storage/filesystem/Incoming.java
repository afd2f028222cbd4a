package org.image2ai.storage.filesystem;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.image2ai.api.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of files that are not yet whole. It lies in the root, so that a rename out of it is atomic. */
final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private static final int BUFFER = 1 << 16;
    private static final int TRIES = 8;

    private final Path root;
    private final Path folder;
    private final boolean sync;

    Incoming(Path root, boolean sync) throws IOException {
        this.root = root;
        this.sync = sync;
        this.folder = Files.createDirectories(root.resolve(".incoming"));
        sweep();
    }

    /** What lies here at the start was left by a process that died. */
    private void sweep() throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
                swept++;
            }
        }
        if (swept > 0) {
            LOG.info("{} unfinished files of an earlier run were removed.", swept);
        }
    }

    Draft draft() throws IOException {
        return new Draft(folder.resolve(UUID.randomUUID().toString()));
    }

    /** Makes names in a folder durable, where that is wanted. Where a folder cannot be opened (Windows), the system does so by itself. */
    void sync(Path directory) throws IOException {
        if (!sync) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            LOG.trace("The folder went with its last object.");
        } catch (java.nio.file.AccessDeniedException e) {
            LOG.trace("A folder cannot be synchronised on this system.");
        }
    }

    /** One file on its way; closing it before it was published leaves nothing. */
    final class Draft implements Closeable {
        private final Path file;
        private final MessageDigest digest = sha();
        private long bytes;

        private Draft(Path file) {
            this.file = file;
        }

        void fill(InputStream content, long maxBytes) throws IOException {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[BUFFER];
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    bytes += n;
                    if (bytes > maxBytes) {
                        throw PlatformException.invalid(
                                "object_too_large", "The object is larger than " + maxBytes + " bytes.");
                    }
                    digest.update(buffer, 0, n);
                    ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, n);
                    while (chunk.hasRemaining()) {
                        out.write(chunk);
                    }
                }
                if (sync) {
                    out.force(true);
                }
            }
        }

        /** Moves the file to its place. A delete may take away the empty folder in between: then it is made again. */
        void publish(Path target) throws IOException {
            for (int i = 1; ; i++) {
                try {
                    Files.createDirectories(target.getParent());
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    break;
                } catch (NoSuchFileException e) {
                    if (i == TRIES) {
                        throw e;
                    }
                }
            }
            for (Path parent = target.getParent(); parent.startsWith(root); parent = parent.getParent()) {
                sync(parent);
            }
        }

        long bytes() {
            return bytes;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
