package org.image2ai.tck.storage;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.ErrorType;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;
import org.junit.Test;

/** What every {@link ObjectStore} must do. A store's test extends this and gives an empty store for each test. */
public abstract class ObjectStoreContract {
    private static final long LIMIT = 1_000_000;
    private static final ObjectKey KEY = ObjectKey.of("library", "acc_1", "picture.png");

    /** The store under test; the same one, empty at first, throughout a test. */
    protected abstract ObjectStore store();

    /** Length of the object by which streaming is proven: more than the heap of the test, where that is cheap. */
    protected long largeObjectBytes() {
        return 64L << 20;
    }

    @Test
    public void givesBackWhatWasPut() throws Exception {
        StoredObject stored = put(KEY, "hello");
        assertEquals(KEY, stored.key());
        assertEquals(5, stored.bytes());
        assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", stored.sha256());
        assertEquals("hello", text(KEY, 0, Long.MAX_VALUE));
    }

    @Test
    public void keepsAnEmptyObject() throws Exception {
        assertEquals(0, put(KEY, "").bytes());
        assertEquals("", text(KEY, 0, Long.MAX_VALUE));
    }

    @Test
    public void readsRanges() throws Exception {
        put(KEY, "0123456789");
        assertEquals("345", text(KEY, 3, 3));
        assertEquals("89", text(KEY, 8, 100));
        assertEquals("", text(KEY, 10, 5));
        assertEquals("", text(KEY, 4, 0));
    }

    @Test
    public void replacesAnObject() throws Exception {
        put(KEY, "the first and longer one");
        put(KEY, "second");
        assertEquals("second", text(KEY, 0, Long.MAX_VALUE));
        assertEquals(6, store().stat(KEY).orElseThrow().bytes());
    }

    @Test
    public void aReaderKeepsTheObjectThatItOpened() throws Exception {
        put(KEY, "before");
        try (InputStream in = store().get(KEY, 0, Long.MAX_VALUE)) {
            put(KEY, "after!");
            assertEquals("before", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    public void deletesOnceAndForAll() {
        put(KEY, "hello");
        assertTrue(store().delete(KEY));
        assertFalse(store().delete(KEY));
        assertTrue(store().stat(KEY).isEmpty());
        assertNotFound();
    }

    @Test
    public void tellsSizeAndTime() {
        Instant before = Instant.now().minus(Duration.ofMinutes(2));
        put(KEY, "hello");
        StoredObject known = store().stat(KEY).orElseThrow();
        assertEquals(KEY, known.key());
        assertEquals(5, known.bytes());
        assertTrue(known.modified().isAfter(before));
        assertTrue(known.modified().isBefore(Instant.now().plus(Duration.ofMinutes(2))));
    }

    @Test
    public void saysThatAnObjectIsNotThere() {
        assertNotFound();
        assertTrue(store().stat(KEY).isEmpty());
    }

    @Test
    public void aFolderOfObjectsIsNoObject() {
        put(KEY, "hello");
        ObjectKey folder = ObjectKey.of("library", "acc_1");
        assertTrue(store().stat(folder).isEmpty());
        assertFalse(store().delete(folder));
        assertTrue(store().stat(KEY).isPresent());
    }

    @Test
    public void listsInOrderOfKeyPageByPage() {
        List<String> keys = List.of("a/b", "a-b/c", "a/c/d", "a/c.png", "b/1", "a/B", "ab", "a/b2/x");
        keys.forEach(key -> put(new ObjectKey(key), key));
        assertEquals(keys.stream().sorted().toList(), all("", 3));
        assertEquals(keys.stream().sorted().toList(), all("", 1));
        assertEquals(keys.stream().filter(k -> k.startsWith("a/")).sorted().toList(), all("a/", 2));
        assertEquals(keys.stream().filter(k -> k.startsWith("a")).sorted().toList(), all("a", 200));
        assertEquals(List.of("a/c.png", "a/c/d"), all("a/c", 2));
        assertEquals(List.of(), all("zzz/", 10));
    }

    @Test
    public void aPageIsNotShiftedByADeletion() {
        List.of("a", "b", "c", "d").forEach(key -> put(new ObjectKey(key), key));
        Page<StoredObject> first = store().list("", PageRequest.first(2));
        first.items().forEach(object -> store().delete(object.key()));
        Page<StoredObject> second = store().list("", new PageRequest(first.next(), 2));
        assertEquals(List.of("c", "d"), names(second));
    }

    @Test
    public void whatIsTooLargeLeavesNothing() {
        assertEquals(10, store().put(KEY, new PatternStream(10, false), 10).bytes());
        store().delete(KEY);
        PlatformException e = assertThrows(
                PlatformException.class, () -> store().put(KEY, new PatternStream(100_001, false), 100_000));
        assertEquals("object_too_large", e.code());
        assertEquals(ErrorType.INVALID, e.type());
        assertNotFound();
        assertEquals(List.of(), all("", 10));
    }

    @Test
    public void aStreamThatBreaksLeavesTheOldObject() throws Exception {
        assertThrows(Exception.class, () -> store().put(KEY, new PatternStream(50_000, true), LIMIT));
        assertNotFound();
        put(KEY, "old");
        assertThrows(Exception.class, () -> store().put(KEY, new PatternStream(50_000, true), LIMIT));
        assertEquals("old", text(KEY, 0, Long.MAX_VALUE));
        assertEquals(List.of(KEY.value()), all("", 10));
    }

    @Test
    public void refusesKeysThatWouldLeaveTheRoot() {
        for (String key : List.of("../x", "a/../../x", "/etc/passwd", "a//b", ".hidden", "a/.b", "", "a\\b", "a/")) {
            PlatformException e = assertThrows(
                    key, PlatformException.class, () -> store().put(new ObjectKey(key), stream("x"), LIMIT));
            assertEquals("invalid_key", e.code());
        }
    }

    @Test
    public void concurrentPutsOfOneKeyLeaveOneWhole() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<StoredObject>> puts = new ArrayList<>();
            for (int i = 1; i <= 16; i++) {
                long length = i * 1_000L;
                puts.add(() -> store().put(KEY, new PatternStream(length, false), LIMIT));
            }
            for (Future<StoredObject> one : writers.invokeAll(puts)) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            writers.shutdownNow();
        }
        try (InputStream in = store().get(KEY, 0, Long.MAX_VALUE)) {
            byte[] found = in.readAllBytes();
            assertEquals(0, found.length % 1_000);
            assertArrayEquals(new PatternStream(found.length, false).readAllBytes(), found);
        }
        assertEquals(List.of(KEY.value()), all("", 10));
    }

    @Test
    public void streamsALargeObject() throws Exception {
        long length = largeObjectBytes();
        StoredObject stored = store().put(KEY, new PatternStream(length, false), length);
        assertEquals(length, stored.bytes());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(store().get(KEY, 0, Long.MAX_VALUE), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                assertTrue(buffer.length > 0);
            }
        }
        assertEquals(stored.sha256(), HexFormat.of().formatHex(digest.digest()));
        try (InputStream in = store().get(KEY, length - 1, 10)) {
            assertArrayEquals(new byte[] {PatternStream.at(length - 1)}, in.readAllBytes());
        }
    }

    private StoredObject put(ObjectKey key, String content) {
        return store().put(key, stream(content), LIMIT);
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private String text(ObjectKey key, long offset, long length) throws IOException {
        try (InputStream in = store().get(key, offset, length)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertNotFound() {
        PlatformException e = assertThrows(PlatformException.class, () -> store().get(KEY, 0, 1));
        assertEquals("object_not_found", e.code());
        assertEquals(ErrorType.NOT_FOUND, e.type());
    }

    private List<String> all(String prefix, int limit) {
        List<String> keys = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<StoredObject> page = store().list(prefix, new PageRequest(cursor, limit));
            assertTrue(page.items().size() <= limit);
            keys.addAll(names(page));
            cursor = page.next();
        } while (cursor.isPresent());
        return keys;
    }

    private static List<String> names(Page<StoredObject> page) {
        return page.items().stream().map(o -> o.key().value()).toList();
    }
}
