package org.image2ai.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.KeyFile;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The keys of subjects, one for each holding, wrapped by the master key: a file for each subject in
 * {@code data/keystore}, outside the database and its backups. A key is durable before anything is sealed with it; one
 * that was destroyed is overwritten, and forgotten here.
 */
@Component(service = KeyStore.class, configurationPid = "org.image2ai.blobs")
public final class KeyStore {
    private static final int MOST_IN_MEMORY = 20_000;
    private static final int LOCKS = 64;
    private static final int FOLDERS = 256;
    private static final int MASTER_BYTES = 32;

    private final Path folder;
    private final Supplier<byte[]> source;
    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toList();
    private final Map<String, DataKey> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DataKey> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    });

    private volatile Vault master;

    @Activate
    public KeyStore(BlobsConfig config) {
        this(data().resolve("keystore"), () -> master(config));
    }

    KeyStore(Path folder, Supplier<byte[]> source) {
        this.folder = folder;
        this.source = source;
        refresh();
        try {
            for (int i = 0; i < FOLDERS; i++) {
                Files.createDirectories(folder.resolve(String.format("%02x", i)));
            }
            KeyRing.sync(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Path data() {
        return Path.of(System.getProperty("karaf.data", "data"));
    }

    /** A restore may have put another in its place. */
    private void refresh() {
        master = new Vault(source.get());
    }

    private static byte[] master(BlobsConfig config) {
        if (config.masterKey().isBlank()) {
            String file = config.masterKeyFile().strip();
            Path usual = data().resolve("keys").resolve("blobs.key");
            return masterIn(file.isEmpty() ? usual : Path.of(file), data().resolve("keystore"));
        }
        byte[] key = Base64.getUrlDecoder().decode(config.masterKey().strip());
        if (key.length != MASTER_BYTES) {
            throw new IllegalArgumentException("masterKey of org.image2ai.blobs is no base64url of 32 bytes");
        }
        return key;
    }

    /** A new master key beside keys that another one wrapped would lose what they seal, quietly. */
    static byte[] masterIn(Path file, Path keystore) {
        if (!Files.exists(file) && isFilled(keystore)) {
            throw new IllegalStateException(keystore + " has keys, and their master key " + file + " is missing");
        }
        return KeyFile.at(file);
    }

    private static boolean isFilled(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of a holding, made where there is none. */
    DataKey forSealing(AccountId subject, String holding) {
        return find(subject, holding).orElseGet(() -> make(subject, holding));
    }

    private DataKey make(AccountId subject, String holding) {
        synchronized (lock(subject)) {
            // Somebody else may have made it meanwhile.
            return find(subject, holding).orElseGet(() -> {
                DataKey key = DataKey.next();
                refresh();
                KeyRing.Line line = new KeyRing.Line(key.id(), master.seal(key.secret(), name(subject, holding)));
                try {
                    ring(subject).put(holding, line);
                } catch (IOException e) {
                    throw failed(e);
                }
                known.put(name(subject, holding), key);
                return key;
            });
        }
    }

    /** The key of a holding, if there is one. */
    Optional<DataKey> find(AccountId subject, String holding) {
        String name = name(subject, holding);
        DataKey key = known.get(name);
        if (key != null) {
            return Optional.of(key);
        }
        synchronized (lock(subject)) {
            Optional<DataKey> found = Optional.ofNullable(ring(subject).lines().get(holding))
                    .map(line -> new DataKey(line.id(), unwrap(line, name)));
            found.ifPresent(read -> known.put(name, read));
            return found;
        }
    }

    private byte[] unwrap(KeyRing.Line line, String name) {
        try {
            return master.open(line.wrapped(), name);
        } catch (PlatformException first) {
            refresh();
        }
        try {
            return master.open(line.wrapped(), name);
        } catch (PlatformException e) {
            throw PlatformException.internal(
                    "key_unreadable",
                    "The key of " + name + " in " + folder + " is of another master key, or damaged.",
                    e);
        }
    }

    /** Destroys keys. @return how many there were */
    int destroy(AccountId subject, Collection<String> holdings) {
        synchronized (lock(subject)) {
            try {
                KeyRing ring = ring(subject);
                List<String> gone = new ArrayList<>();
                for (String holding : holdings) {
                    if (ring.destroy(holding)) {
                        gone.add(holding);
                    }
                    known.remove(name(subject, holding));
                }
                return gone.size();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private KeyRing ring(AccountId subject) {
        String hash = Secrets.hash(subject.value());
        try {
            return KeyRing.read(folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2) + ".keys"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String name(AccountId subject, String holding) {
        return subject + "/" + holding;
    }

    private Object lock(AccountId subject) {
        return locks.get(Math.floorMod(subject.hashCode(), LOCKS));
    }

    private PlatformException failed(IOException e) {
        return PlatformException.upstream("storage_unavailable", "The key store " + folder + " fails.", true)
                .causedBy(e);
    }
}
