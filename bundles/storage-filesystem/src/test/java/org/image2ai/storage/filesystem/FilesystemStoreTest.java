package org.image2ai.storage.filesystem;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.tck.storage.ObjectStoreContract;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FilesystemStoreTest extends ObjectStoreContract {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path root;
    private FilesystemStore store;

    @Before
    public void open() {
        root = folder.getRoot().toPath().resolve("objects");
        store = new FilesystemStore(root, true);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected long largeObjectBytes() {
        return 128L << 20;
    }

    @Test
    public void refusesALinkThatLeadsOutOfTheRoot() throws Exception {
        Path outside = folder.newFolder("outside").toPath();
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("way"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        assertRefused(() -> store.get(new ObjectKey("way/secret"), 0, 10));
        assertRefused(() -> store.get(new ObjectKey("file"), 0, 10));
        assertRefused(() -> store.put(new ObjectKey("way/new"), new ByteArrayInputStream(new byte[1]), 10));
        assertRefused(() -> store.delete(new ObjectKey("way/secret")));
        assertTrue(store.list("", PageRequest.first(10)).items().isEmpty());
        assertEquals("secret", Files.readString(outside.resolve("secret")));
        assertFalse(Files.exists(outside.resolve("new")));
    }

    private static void assertRefused(org.junit.function.ThrowingRunnable call) {
        assertEquals("invalid_key", assertThrows(PlatformException.class, call).code());
    }

    @Test
    public void sweepsWhatAnEarlierProcessLeftUnfinished() throws Exception {
        Files.writeString(root.resolve(".incoming").resolve("left"), "half");
        new FilesystemStore(root, true);
        try (Stream<Path> left = Files.list(root.resolve(".incoming"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    public void leavesNoEmptyFoldersBehind() throws Exception {
        ObjectKey key = new ObjectKey("a/b/c");
        store.put(key, new ByteArrayInputStream(new byte[1]), 10);
        store.delete(key);
        assertFalse(Files.exists(root.resolve("a")));
    }

    @Test
    public void saysThatTheDiskIsFullAndLeavesNothing() {
        Path full = Path.of("/dev/full");
        assumeTrue("a system without /dev/full", Files.exists(full));
        PlatformException e =
                assertThrows(PlatformException.class, () -> store.put(new ObjectKey("x"), new FullDisk(), 10));
        assertEquals("storage_full", e.code());
        assertTrue(store.list("", PageRequest.first(10)).items().isEmpty());
    }

    /** Fails as a write to a full disk does. */
    private static final class FullDisk extends java.io.InputStream {
        @Override
        public int read() throws java.io.IOException {
            Files.write(Path.of("/dev/full"), new byte[1]);
            return -1;
        }
    }
}
