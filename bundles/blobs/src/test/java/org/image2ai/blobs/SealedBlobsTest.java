package org.image2ai.blobs;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService.BlobWriter;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.tck.Calls;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What lies in the store is of use to nobody without the key, and to nobody at all when the key is destroyed. */
public class SealedBlobsTest {
    private static final ObjectKey KEY = new ObjectKey("uploads/x");
    private static final String AT_REST = "library/acc_ALICE/uploads/x";
    private static final byte[] CANARY = "the canary sings in the mine".getBytes(StandardCharsets.UTF_8);
    private static final int SEGMENT = 1 << 16;
    private static final int PLAIN_SEGMENT = SEGMENT - 16;

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final MemoryStore store = new MemoryStore();
    private final Stores stores = new Stores("memory", 0, Duration.ZERO);
    private Path folder;
    private BundleBlobs blobs;

    @Before
    public void open() {
        stores.bindStore(store, Map.of("image2ai.store.id", "memory"));
        folder = data.getRoot().toPath().resolve("keystore");
        blobs = blobs();
    }

    /** A server that was started again. */
    private BundleBlobs blobs() {
        return new BundleBlobs(stores, keys(), "org.image2ai.library");
    }

    private KeyStore keys() {
        return new KeyStore(folder, () -> new byte[32]);
    }

    private static byte[] random(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    private Blob put(byte[] content) {
        return blobs.put(Calls.ALICE, KEY, new ByteArrayInputStream(content), Long.MAX_VALUE);
    }

    private byte[] read(long offset, long length) throws IOException {
        try (InputStream in = blobs.read(Calls.ALICE, KEY, offset, length)) {
            return in.readAllBytes();
        }
    }

    @Test
    public void givesBackEverySizeAndTellsThePlainOne() throws Exception {
        int first = PLAIN_SEGMENT - 40;
        for (int size : List.of(0, 1, 15, 16, first - 1, first, first + 1, SEGMENT, first + PLAIN_SEGMENT, 1_000_003)) {
            byte[] content = random(size);
            Blob blob = put(content);
            assertEquals(size, blob.bytes());
            assertEquals(sha256(content), blob.sha256());
            assertEquals(size, blobs.stat(Calls.ALICE, KEY).orElseThrow().bytes());
            assertEquals(
                    size,
                    blobs.list(Optional.of(Calls.ALICE), PageRequest.first(1))
                            .items()
                            .get(0)
                            .bytes());
            assertArrayEquals(content, read(0, Long.MAX_VALUE));
        }
    }

    @Test
    public void givesOutAnyPartAndOpensOnlyTheSegmentsThatHoldIt() throws Exception {
        byte[] content = random(3_000_000);
        put(content);
        for (int at : List.of(1, 39, 40, PLAIN_SEGMENT - 41, PLAIN_SEGMENT - 40, 70_000, 2_999_999)) {
            for (int length : List.of(0, 1, 100, 70_000)) {
                int end = Math.min(content.length, at + length);
                assertArrayEquals(Arrays.copyOfRange(content, at, end), read(at, length));
            }
        }
        assertArrayEquals(Arrays.copyOfRange(content, 0, 100), read(0, 100));
        assertEquals(0, read(content.length, 10).length);
        assertEquals(0, read(content.length + 5L, 10).length);
        store.given = 0;
        read(2_000_000, 10);
        assertTrue(store.given + " bytes were read", store.given <= 3 * SEGMENT);
    }

    @Test
    public void sealsWhatIsWrittenPieceByPieceAlsoInTheTemporaryFile() throws Exception {
        byte[] content = random(1_000_000);
        System.arraycopy(CANARY, 0, content, 0, CANARY.length);
        try (BlobWriter writer = blobs.write(Calls.ALICE, KEY, content.length)) {
            writer.write(content, 0, 700_000);
            for (Path part : temporary()) {
                assertFalse("a canary in " + part, contains(Files.readAllBytes(part), CANARY));
            }
            writer.write(content, 700_000, 300_000);
            Blob blob = writer.commit();
            assertEquals(sha256(content), blob.sha256());
            assertEquals(content.length, blob.bytes());
        }
        assertArrayEquals(content, read(0, Long.MAX_VALUE));
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("image2ai-blob"))
                    .toList();
        }
    }

    @Test
    public void leavesNoCanaryInTheStoreAndNoWayToItOnceTheKeyIsDestroyed() throws Exception {
        put(CANARY);
        byte[] backup = store.objects.get(AT_REST).clone();
        assertFalse(contains(backup, CANARY));
        assertTrue(keys().destroy(Calls.ALICE, Set.of("library/uploads")) == 1);
        blobs = blobs();
        assertShredded();
        assertEquals(CANARY.length, blobs.stat(Calls.ALICE, KEY).orElseThrow().bytes());
        assertEquals(
                1, blobs.list(Optional.empty(), PageRequest.first(9)).items().size());
        put("something new".getBytes(StandardCharsets.UTF_8));
        store.objects.put(AT_REST, backup);
        assertShredded();
        assertTrue(blobs.delete(Calls.ALICE, KEY));
    }

    private void assertShredded() {
        assertEquals("blob_shredded", refused(0));
        assertEquals("blob_shredded", refused(5));
    }

    private String refused(long offset) {
        return assertThrows(PlatformException.class, () -> read(offset, 100)).code();
    }

    @Test
    public void destroysTheKeysOfOneFolderAndLeavesTheOthers() throws Exception {
        KeyStore keys = keys();
        blobs = new BundleBlobs(stores, keys, "org.image2ai.library");
        ObjectKey result = new ObjectKey("jobs/y");
        put(CANARY);
        blobs.put(Calls.ALICE, result, new ByteArrayInputStream(CANARY), 100);
        blobs.put(Calls.BOB, KEY, new ByteArrayInputStream(CANARY), 100);
        keys.destroy(Calls.ALICE, Set.of("library/uploads"));
        assertShredded();
        try (InputStream one = blobs.read(Calls.ALICE, result);
                InputStream other = blobs.read(Calls.BOB, KEY)) {
            assertArrayEquals(CANARY, one.readAllBytes());
            assertArrayEquals(CANARY, other.readAllBytes());
        }
    }

    @Test
    public void givesOutNoByteThatWasChanged() throws Exception {
        byte[] content = random(200_000);
        put(content);
        byte[] good = store.objects.get(AT_REST);
        for (int at : List.of(0, BlobCipher.PREFIX, BlobCipher.PREFIX + 20, 1000, good.length - 1)) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            store.objects.put(AT_REST, bad);
            assertEquals("byte " + at, "blob_unreadable", unreadable(0));
        }
        byte[] bad = good.clone();
        bad[100_000] ^= 1;
        store.objects.put(AT_REST, bad);
        assertEquals("blob_unreadable", unreadable(90_000));
        store.objects.put(AT_REST, Arrays.copyOf(good, 70_000));
        assertEquals("blob_unreadable", unreadable(0));
        store.objects.put(AT_REST, Arrays.copyOf(good, 30));
        assertEquals("blob_unreadable", unreadable(0));
        assertEquals("blob_unreadable", unreadable(5));
    }

    private String unreadable(long offset) {
        return assertThrows(PlatformException.class, () -> read(offset, Long.MAX_VALUE))
                .code();
    }

    @Test
    public void opensNoBlobInThePlaceOfAnother() throws Exception {
        put(CANARY);
        ObjectKey other = new ObjectKey("uploads/other");
        blobs.put(Calls.ALICE, other, new ByteArrayInputStream(random(9)), 100);
        store.objects.put("library/acc_ALICE/uploads/other", store.objects.get(AT_REST));
        try (InputStream in = blobs.read(Calls.ALICE, other)) {
            assertEquals(
                    "blob_unreadable",
                    assertThrows(PlatformException.class, in::readAllBytes).code());
        }
    }

    @Test
    public void saysThatBytesAreNoneOfItsOwn() {
        for (byte[] plain : List.of(new byte[0], CANARY, random(100_000))) {
            store.objects.put(AT_REST, plain);
            assertEquals("blob_unreadable", unreadable(0));
            assertEquals("blob_unreadable", unreadable(5));
            assertTrue(blobs.stat(Calls.ALICE, KEY).orElseThrow().bytes() >= 0);
        }
    }

    @Test
    public void leavesTheOldBlobWhenTheNewOneIsTooLarge() throws Exception {
        put(CANARY);
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> blobs.put(Calls.ALICE, KEY, new ByteArrayInputStream(random(200_000)), 199_999));
        assertEquals("blob_too_large", e.code());
        assertArrayEquals(CANARY, read(0, Long.MAX_VALUE));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    }

    static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
