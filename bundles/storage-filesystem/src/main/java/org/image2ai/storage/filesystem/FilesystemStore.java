package org.image2ai.storage.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoreInfo;
import org.image2ai.api.storage.StoredObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Objects as files of one folder. The folder {@code .incoming} in it holds what is not yet whole. */
@Component(configurationPid = "org.image2ai.storage.filesystem")
@StoreInfo(id = "filesystem", vendor = "Image2AI")
@Designate(ocd = FilesystemConfig.class)
public final class FilesystemStore implements ObjectStore {
    private final Path root;
    private final Incoming incoming;

    @Activate
    public FilesystemStore(FilesystemConfig config) {
        this(config.root().isBlank() ? defaultRoot() : Path.of(config.root().strip()), config.sync());
    }

    FilesystemStore(Path folder, boolean sync) {
        try {
            Files.createDirectories(folder);
            root = folder.toRealPath();
            incoming = new Incoming(root, sync);
        } catch (IOException e) {
            throw unavailable("The storage folder " + folder + " cannot be used.", e);
        }
    }

    private static Path defaultRoot() {
        return Path.of(System.getProperty("karaf.data", "data"), "blobs");
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content, long maxBytes) {
        Path file = file(key);
        try (Incoming.Draft draft = incoming.draft()) {
            draft.fill(content, maxBytes);
            refuseFolder(key, file);
            draft.publish(file);
            return new StoredObject(
                    key,
                    draft.bytes(),
                    draft.sha256(),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw failed("put", key, e);
        }
    }

    private static void refuseFolder(ObjectKey key, Path file) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw PlatformException.conflict("key_is_a_folder", "Other objects lie under the key " + key + "/.");
        }
    }

    @Override
    public InputStream get(ObjectKey key, long offset, long length) {
        Path file = file(key);
        requireObject(key, file);
        try {
            SeekableByteChannel channel =
                    Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            channel.position(offset);
            return new LimitedStream(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException e) {
            throw PlatformException.notFound("object", key.value());
        } catch (IOException e) {
            throw failed("get", key, e);
        }
    }

    private void requireObject(ObjectKey key, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw PlatformException.notFound("object", key.value());
        }
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return Listing.stat(key, file(key));
    }

    @Override
    public boolean delete(ObjectKey key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.deleteIfExists(file)) {
                return false;
            }
            incoming.sync(file.getParent());
            removeEmptyFolders(file.getParent());
            return true;
        } catch (IOException e) {
            throw failed("delete", key, e);
        }
    }

    /** A folder that is not empty, or that another put needs at this moment, just stays. */
    private void removeEmptyFolders(Path from) throws IOException {
        try {
            for (Path folder = from; !folder.equals(root); folder = folder.getParent()) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            return;
        }
    }

    @Override
    public Page<StoredObject> list(String prefix, PageRequest page) {
        try {
            return new Listing(root, prefix, page).run();
        } catch (IOException | UncheckedIOException e) {
            throw unavailable("The storage folder cannot be listed.", e);
        }
    }

    @Override
    public long freeBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw unavailable("The free space of the storage folder cannot be told.", e);
        }
    }

    /** The file of a key. A link on the way, whoever laid it, would lead out of the root: it is refused. */
    private Path file(ObjectKey key) {
        Path file = root;
        for (String segment : key.value().split("/")) {
            refuseLink(key, file);
            file = file.resolve(segment);
        }
        refuseLink(key, file);
        return file;
    }

    private static void refuseLink(ObjectKey key, Path file) {
        if (Files.isSymbolicLink(file)) {
            throw PlatformException.invalid("invalid_key", "A link lies in the way of the key " + key + ".");
        }
    }

    static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() ? Optional.of(found) : Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        }
    }

    private PlatformException failed(String what, ObjectKey key, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left")
                || message.contains("Disk quota")
                || message.contains("not enough space")) {
            return PlatformException.exhausted("storage_full", "The storage folder " + root + " is full.", true)
                    .causedBy(e);
        }
        return unavailable("The storage could not " + what + " " + key + ".", e);
    }

    static PlatformException unavailable(String message, Exception e) {
        return PlatformException.upstream("storage_unavailable", message, true).causedBy(e);
    }
}
