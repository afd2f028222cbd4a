package org.image2ai.admin.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.image2ai.kit.OwnerOnlyFile;

/**
 * Copies of the key store, which no backup holds: a zip beside each backup, and gone after 30 days, so that a key that
 * was destroyed is soon destroyed everywhere while the backups themselves may be kept for years.
 */
final class KeyCopies {
    /** How long a copy is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String SUFFIX = ".keys";
    private static final Pattern RING = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{62}\\.keys");

    private final Folders folders;
    private final Clock clock;

    KeyCopies(Folders folders, Clock clock) {
        this.folders = folders;
        this.clock = clock;
    }

    static Path of(Path backup) {
        return backup.resolveSibling(backup.getFileName() + SUFFIX);
    }

    /** Copies the key store; after the rows and the blobs of a backup, so that it has the key of each of them. */
    void write(Path backup) throws IOException {
        List<Path> rings = rings();
        if (rings.isEmpty()) {
            return;
        }
        Path file = of(backup);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = OwnerOnlyFile.create(part)) {
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(out)));
            for (Path ring : rings) {
                add(zip, ring);
            }
            zip.finish();
            zip.flush();
            out.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<Path> rings() throws IOException {
        Path store = folders.keyStore();
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(store, 2)) {
            return all.filter(file -> RING.matcher(name(file)).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private String name(Path ring) {
        return folders.keyStore().relativize(ring).toString().replace('\\', '/');
    }

    /** A person's last key may be destroyed while the copy is made. */
    private void add(ZipOutputStream zip, Path ring) throws IOException {
        byte[] keys;
        try {
            keys = Files.readAllBytes(ring);
        } catch (NoSuchFileException e) {
            return;
        }
        zip.putNextEntry(new ZipEntry(name(ring)));
        zip.write(keys);
        zip.closeEntry();
    }

    /**
     * Puts the copy of a backup in the place of a key store that another master key wrapped, and which nothing could
     * open any more; that one stays beside it. A key store of the same master key is the truth: what it does not have
     * was destroyed.
     *
     * @return whether there was a copy
     */
    boolean restore(Path backup) throws IOException {
        Path file = of(backup);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Path store = folders.keyStore();
        if (Files.exists(store)) {
            long now = clock.instant().getEpochSecond();
            Files.move(store, store.resolveSibling(store.getFileName() + ".before-restore-" + now));
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (RING.matcher(entry.getName()).matches()) {
                    put(store.resolve(entry.getName()), zip);
                }
            }
        }
        return true;
    }

    private static void put(Path ring, InputStream keys) throws IOException {
        try (FileChannel out = OwnerOnlyFile.create(ring)) {
            keys.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
    }

    /** Removes the copies in a folder that are too old. @return how many */
    int sweep(Path folder) throws IOException {
        Instant before = clock.instant().minus(KEPT);
        int gone = 0;
        for (Path copy : Folders.files(folder, ".*\\.zip\\" + SUFFIX)) {
            if (Files.getLastModifiedTime(copy).toInstant().isBefore(before)) {
                Files.delete(copy);
                gone++;
            }
        }
        return gone;
    }
}
