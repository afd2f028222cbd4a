package org.image2ai.storage.filesystem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.StoredObject;

/**
 * One page of keys in ascending order. Folders are walked depth first, their names ordered with the slash that follows
 * them; a folder that lies wholly before the cursor or beside the prefix is not opened. The cursor is the last key.
 */
final class Listing {
    private final Path root;
    private final String prefix;
    private final String after;
    private final int limit;
    private final List<StoredObject> found = new ArrayList<>();

    Listing(Path root, String prefix, PageRequest page) {
        this.root = root;
        this.prefix = prefix;
        this.after = page.cursor().orElse("");
        this.limit = page.limit();
    }

    Page<StoredObject> run() throws IOException {
        walk(root, "");
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<StoredObject> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(items.get(limit - 1).key().value()));
    }

    private void walk(Path folder, String path) throws IOException {
        for (String name : names(folder, path)) {
            if (found.size() > limit) {
                return;
            }
            String key = path + name;
            if (!name.endsWith("/")) {
                add(key, folder.resolve(name));
            } else if (mayHold(key)) {
                walk(folder.resolve(name.substring(0, name.length() - 1)), key);
            }
        }
    }

    private boolean mayHold(String folder) {
        return folder.startsWith(prefix) || prefix.startsWith(folder);
    }

    private void add(String key, Path file) {
        if (key.startsWith(prefix) && key.compareTo(after) > 0) {
            stat(new ObjectKey(key), file).ifPresent(found::add);
        }
    }

    /** Names in order, folders with a slash; hidden files and links are none of ours. */
    private List<String> names(Path folder, String path) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                // Looking at a file costs more than its name: what was listed before is not looked at again.
                if (isBefore(path + name) || !isSegment(name)) {
                    continue;
                }
                boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
                names.add(isFolder ? name + "/" : name);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** Whether a file of this name, and all in a folder of this name, lie before the cursor. */
    private boolean isBefore(String key) {
        String folder = key + "/";
        return folder.compareTo(after) < 0 && !after.startsWith(folder);
    }

    private static boolean isSegment(String name) {
        try {
            return new ObjectKey(name).value().indexOf('/') < 0;
        } catch (PlatformException e) {
            return false;
        }
    }

    /** Size and time of an object; its digest would need a reading of the whole. */
    static Optional<StoredObject> stat(ObjectKey key, Path file) {
        try {
            return FilesystemStore.attributes(file)
                    .map(a -> new StoredObject(
                            key, a.size(), "", a.lastModifiedTime().toInstant()));
        } catch (IOException e) {
            throw FilesystemStore.unavailable("The storage could not look at " + key + ".", e);
        }
    }
}
