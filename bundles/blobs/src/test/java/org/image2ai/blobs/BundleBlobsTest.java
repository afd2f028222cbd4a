package org.image2ai.blobs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.BlobService.BlobWriter;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.tck.Calls;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

public class BundleBlobsTest {
    private static final ObjectKey KEY = new ObjectKey("uploads/x");

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final MemoryStore store = new MemoryStore();
    private final Stores stores = new Stores("memory", 100, Duration.ofSeconds(30));
    private KeyStore keys;
    private BundleBlobs blobs;

    @Before
    public void open() {
        keys = new KeyStore(data.getRoot().toPath().resolve("keystore"), () -> new byte[32]);
        blobs = new BundleBlobs(stores, keys, "org.image2ai.library");
    }

    private void plug() {
        stores.bindStore(store, Map.of("image2ai.store.id", "memory"));
    }

    @Test
    public void keepsEveryBundleInItsOwnRoot() {
        plug();
        put("hello");
        assertEquals(List.of("library/acc_ALICE/uploads/x"), List.copyOf(store.objects.keySet()));
        BundleBlobs other = new BundleBlobs(stores, keys, "org.image2ai.accounts");
        assertTrue(other.stat(Calls.ALICE, KEY).isEmpty());
        assertTrue(other.list(Optional.empty(), PageRequest.first(10)).items().isEmpty());
        assertEquals("ext.library", BundleBlobs.rootOf("library"));
    }

    @Test
    public void listsWhatBelongsToASubject() {
        plug();
        put("hello");
        assertEquals(
                KEY,
                blobs.list(Optional.of(Calls.ALICE), PageRequest.first(10))
                        .items()
                        .get(0)
                        .key());
        assertTrue(blobs.list(Optional.of(Calls.BOB), PageRequest.first(10))
                .items()
                .isEmpty());
    }

    @Test
    public void showsNothingBeforeTheCommit() throws Exception {
        plug();
        try (BlobWriter writer = blobs.write(Calls.ALICE, KEY, 10)) {
            writer.write("hello".getBytes(StandardCharsets.UTF_8));
            assertTrue(blobs.stat(Calls.ALICE, KEY).isEmpty());
            assertEquals(5, writer.commit().bytes());
        }
        try (InputStream in = blobs.read(Calls.ALICE, KEY, 1, 3)) {
            assertEquals("ell", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (BlobWriter writer = blobs.write(Calls.BOB, KEY, 10)) {
            writer.write(1);
        }
        assertTrue(blobs.stat(Calls.BOB, KEY).isEmpty());
    }

    @Test
    public void refusesWhatIsTooLarge() throws Exception {
        plug();
        try (BlobWriter writer = blobs.write(Calls.ALICE, KEY, 3)) {
            assertCode("blob_too_large", () -> writer.write(new byte[4]));
        }
        assertCode("blob_too_large", () -> blobs.put(Calls.ALICE, KEY, new ByteArrayInputStream(new byte[4]), 3));
    }

    @Test
    public void saysThatABlobIsNotThere() {
        plug();
        assertCode("blob_not_found", () -> blobs.read(Calls.ALICE, KEY));
        assertFalse(blobs.delete(Calls.ALICE, KEY));
    }

    @Test
    public void refusesToWriteBelowTheWatermark() {
        plug();
        store.free = 99;
        assertCode("storage_full", () -> put("x"));
        assertCode("storage_full", () -> blobs.write(Calls.ALICE, KEY, 3));
    }

    @Test
    public void waitsForAStoreThatIsBeingReplaced() throws Exception {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> put("hello"));
        plug();
        waiting.get(30, TimeUnit.SECONDS);
        assertTrue(blobs.stat(Calls.ALICE, KEY).isPresent());
    }

    @Test
    public void saysThatNoStoreIsThere() {
        BundleBlobs alone = new BundleBlobs(new Stores("memory", 0, Duration.ZERO), keys, "org.image2ai.library");
        assertCode("storage_unavailable", () -> alone.stat(Calls.ALICE, KEY));
    }

    private void put(String content) {
        blobs.put(Calls.ALICE, KEY, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), 100);
    }

    private static void assertCode(String code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(PlatformException.class, call).code());
    }
}
