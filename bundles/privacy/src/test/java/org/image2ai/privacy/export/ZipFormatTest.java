package org.image2ai.privacy.export;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.Test;

public class ZipFormatTest {
    private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");

    private static byte[] zip(int files) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Segment segment = new Segment(out, AT)) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                Segment.EntryWriter entry = segment.begin("f/" + i, i % 2 == 0 ? Segment.AS_IT_IS : Segment.PACKED);
                entry.write(("content " + i).getBytes(StandardCharsets.UTF_8));
                entries.add(entry.end());
            }
            long begin = segment.bytes();
            for (Entry entry : entries) {
                segment.raw(ZipFormat.central(entry, entry.offset(), AT));
            }
            segment.raw(ZipFormat.end(files, segment.bytes() - begin, begin));
        }
        return out.toByteArray();
    }

    @Test
    public void holdsMoreFilesThanTheOldFormatCanCount() throws Exception {
        Map<String, byte[]> files = Zips.directory(zip(70_000));
        assertEquals(70_000, files.size());
        assertEquals("content 69999", new String(files.get("f/69999"), StandardCharsets.UTF_8));
        assertEquals(3, Zips.directory(zip(3)).size());
    }

    @Test
    public void writesWhatDoesNotFitInto32BitsBehindTheName() {
        Entry large = new Entry("x", 1, 5_000_000_000L, 6_000_000_000L, 0, "");
        ByteBuffer record =
                ByteBuffer.wrap(ZipFormat.central(large, 7_000_000_000L, AT)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(-1, record.getInt(20));
        assertEquals(-1, record.getInt(24));
        assertEquals(-1, record.getInt(42));
        assertEquals(1, record.getShort(47));
        assertEquals(24, record.getShort(49));
        assertEquals(6_000_000_000L, record.getLong(51));
        assertEquals(5_000_000_000L, record.getLong(59));
        assertEquals(7_000_000_000L, record.getLong(67));
        assertEquals(24, ZipFormat.descriptor(1, 5_000_000_000L, 6_000_000_000L).length);
    }

    @Test
    public void makesNamesThatNeitherClimbNorHideNorClash() {
        Step step = new Step("org.image2ai.library", "uploads");
        assertEquals(
                "media/org.image2ai.library/uploads/000007-1-_.._etc_passwd",
                EntryNames.media(step, 7, 1, "../../etc/passwd".substring(2)));
        for (String hostile :
                List.of("../x", "..", ".hidden", "/etc/passwd", "C:\\x", "a\nb", "", "CON", "\u202Egnp.exe")) {
            String name = EntryNames.media(step, 1, 1, hostile);
            assertTrue(
                    name, name.matches("media/org\\.image2ai\\.library/uploads/000001-1-[A-Za-z0-9_-][A-Za-z0-9._-]*"));
        }
        assertTrue(EntryNames.media(step, 1, 1, "x".repeat(500) + ".png").endsWith("x.png"));
        assertEquals("schema/dpv-pd.Picture.schema.json", EntryNames.schema("dpv-pd:Picture"));
    }

    @Test
    public void storesNothingOfWhatWasGivenUp() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Integer> stored = new ArrayList<>();
            try (BlobPipe pipe = new BlobPipe(threads, in -> stored.add(read(in)))) {
                pipe.write(new byte[1_000_000]);
            }
            assertEquals(List.of(), stored);
            try (BlobPipe pipe = new BlobPipe(threads, in -> stored.add(read(in)))) {
                pipe.write(new byte[1_000_000]);
                pipe.commit();
            }
            assertEquals(List.of(1_000_000), stored);
            try (BlobPipe pipe = new BlobPipe(threads, in -> {
                throw new IllegalStateException("full");
            })) {
                assertThrows(IllegalStateException.class, () -> pipe.write(new byte[10_000_000]));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int read(InputStream in) {
        try {
            return in.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
