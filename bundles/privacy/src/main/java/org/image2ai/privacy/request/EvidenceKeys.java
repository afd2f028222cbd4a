package org.image2ai.privacy.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.image2ai.kit.KeyFile;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The key of each request, in a file of its own outside the database and outside what a backup takes. What people said
 * in a request is sealed under it; when it is destroyed the words are gone, and the chain over them still verifies.
 */
@Component(service = EvidenceKeys.class)
public final class EvidenceKeys {
    private final Path folder;

    @Activate
    public EvidenceKeys() {
        this(Path.of(System.getProperty("karaf.data", "data"), "privacy", "keys"));
    }

    EvidenceKeys(Path folder) {
        this.folder = folder;
    }

    private Path file(String request) {
        return folder.resolve(request + ".key");
    }

    /** What this server is known by among others on the same database; it is the same after a restart. */
    byte[] instance() {
        return KeyFile.at(file("instance"));
    }

    /** Seals under the request's key, which is made when there is none. */
    Vault vault(String request) {
        return new Vault(KeyFile.at(file(request)));
    }

    /** The request's key, if it has not been destroyed. */
    Optional<Vault> existing(String request) {
        return Files.exists(file(request)) ? Optional.of(vault(request)) : Optional.empty();
    }

    /** Overwrites the key and removes it. @return whether there was one */
    boolean destroy(String request) {
        Path file = file(request);
        try {
            if (!Files.exists(file)) {
                return false;
            }
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(Secrets.random((int) out.size())));
                out.force(true);
            }
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
