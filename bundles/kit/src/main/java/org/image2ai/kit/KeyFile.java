package org.image2ai.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A random key of 256 bits in a file of its own beside the database, readable by its owner only. */
public final class KeyFile {
    private static final Object ONE_AT_A_TIME = new Object();
    private static final int BYTES = 32;

    private KeyFile() {}

    /** The key of a name in {@code data/keys}; made when it is first asked for. */
    public static byte[] named(String name) {
        return at(Path.of(System.getProperty("karaf.data", "data"), "keys", name + ".key"));
    }

    /**
     * The key in a file; made when there is none.
     *
     * @throws IllegalStateException when the file holds no such key
     */
    public static byte[] at(Path file) {
        synchronized (ONE_AT_A_TIME) {
            try {
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    OwnerOnlyFile.write(file, Secrets.next() + "\n");
                }
                return key(file, Files.readString(file).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] key(Path file, String text) {
        byte[] key;
        try {
            key = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no key in base64url", e);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException(file + " holds no key of " + BYTES + " bytes");
        }
        return key;
    }
}
