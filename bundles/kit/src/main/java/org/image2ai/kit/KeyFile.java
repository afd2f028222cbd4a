package org.image2ai.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** A secret key of 256 bits in a file that only its owner may read; made when it is first needed. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /** The key of a file. The first of several that make it at once wins, and all get its key. */
    public static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IOException(file + " is not a key of " + BYTES + " bytes");
        }
        return key;
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part", ownerOnly(file));
        try (FileChannel out = FileChannel.open(part, Set.of(StandardOpenOption.WRITE))) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was first.
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
