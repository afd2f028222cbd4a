package org.image2ai.kit.vendor;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession.PictureStream;
import org.junit.Test;

public class PictureJsonTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3, 4, 5, 6};
    private static final byte[] WEBP = "RIFF....WEBPVP8 and more".getBytes(StandardCharsets.US_ASCII);

    private final KeptPictures kept = new KeptPictures();

    private JsonNode read(String json) {
        return reader(kept).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static PictureJson reader(PictureSink sink) {
        return new PictureJson(
                Set.of("b64_json"), sink, what -> VendorFailure.unavailable("Acme", what, Optional.of("req-1")));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    public void takesPicturesOutOfAnyPlaceAndOrder() {
        JsonNode rest = read("{\"data\":[{\"b64_json\":\"" + base64(PNG) + "\",\"new\":{\"deep\":[1,2.5,true,null]}},"
                + "{\"b64_json\":\"" + base64(WEBP) + "\"}],\"created\":7}");
        assertArrayEquals(PNG, kept.whole.get(0));
        assertArrayEquals(WEBP, kept.whole.get(1));
        assertEquals(List.of("image/png", "image/webp"), kept.mediaTypes);
        assertEquals(1, rest.at("/data/1/b64_json").asInt(-1));
        assertEquals(2.5, rest.at("/data/0/new/deep/1").asDouble(), 0);
        assertEquals(7, rest.at("/created").asInt());
    }

    @Test
    public void takesArraysDataUrlsAndEscapesInPiecesOfAnySize() {
        byte[] large = Arrays.copyOf(PNG, 100_000);
        new Random(1).nextBytes(large);
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        String json = "{\"b64_json\":[\"" + base64(PNG) + "\" , \"data:image\\/png;base64,"
                + base64(large).replace("/", "\\/") + "\",null],\"text\":\"\\\"b64_json\\\":\\\"no\\\"\\\\\","
                + "\"more\":[\"b64_json\"],\"b64_json \":\"words\"}";
        for (int piece : new int[] {1, 3, 1_000, 16_384, 1 << 20}) {
            kept.whole.clear();
            JsonNode rest = reader(kept).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] buffer, int offset, int length) {
                    return super.read(buffer, offset, Math.min(piece, length));
                }
            });
            assertArrayEquals(PNG, kept.whole.get(0));
            assertArrayEquals(large, kept.whole.get(1));
            assertEquals(1, rest.at("/b64_json/1").asInt(-1));
            assertEquals("\"b64_json\":\"no\"\\", rest.at("/text").asText());
            assertEquals("b64_json", rest.at("/more/0").asText());
            assertEquals("words", rest.at("/b64_json ").asText());
        }
    }

    @Test
    public void leavesNothingOfAPictureThatBreaksOff() {
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> read("{\"data\":[{\"b64_json\":\"" + base64(PNG).substring(0, 17)));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(e.retryable());
        assertEquals("req-1", e.details().get("vendorRequestId"));
        assertTrue(kept.whole.isEmpty());
    }

    @Test
    public void refusesWhatIsNoJsonAndQuotesNothingOfIt() {
        for (String body : List.of("<html>secret</html>", "{\"a\":secret}", "{\"b64_json\":\"secret*\"}", "{} {}")) {
            PlatformException e = assertThrows(body, PlatformException.class, () -> read(body));
            assertEquals("vendor_unavailable", e.code());
            assertFalse(e.getMessage().contains("secret"));
        }
        assertTrue(kept.whole.isEmpty());
    }

    @Test
    public void refusesWhatIsNoPicture() {
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> read("{\"b64_json\":\"" + base64("just some words".getBytes(StandardCharsets.UTF_8)) + "\"}"));
        assertEquals("Acme sent something that is not a picture.", e.getMessage());
    }

    @Test
    public void leavesOutTheRestOfALongText() {
        for (String unit : List.of("x", "\\u00e9", "\\\\", "é", "\\n\\\"1234567")) {
            for (int shift = 0; shift < 8; shift++) {
                String signature = "s".repeat(shift) + unit.repeat(400_000);
                JsonNode rest = read("{\"signature\":\"" + signature + "\",\"b64_json\":\"" + base64(PNG)
                        + "\",\"after\":\"whole\"}");
                assertEquals("whole", rest.path("after").asText());
                assertArrayEquals(PNG, kept.whole.get(0));
                int length = rest.path("signature").asText().length();
                assertTrue(unit + " " + length, length > 10_000 && length <= 1 << 16);
            }
        }
    }

    @Test
    public void keepsLittleOfWhatIsNoPicture() {
        String many = "\"" + "x".repeat(1 << 16) + "\",";
        PlatformException e = assertThrows(PlatformException.class, () -> read("[" + many.repeat(100) + "1]"));
        assertEquals("vendor_answer_too_large", e.code());
    }

    @Test
    public void anEmptyOrMissingPictureIsNone() {
        JsonNode rest = read("[{\"b64_json\":\"\"},{\"b64_json\":null}]");
        assertTrue(kept.whole.isEmpty());
        assertTrue(rest.at("/1/b64_json").isNull());
    }

    /** More than this JVM's whole heap: what holds it, even once, cannot pass. */
    @Test
    public void aPictureNeverStandsInTheHeap() {
        long bytes = 3 * (Runtime.getRuntime().maxMemory() / 3) + 3L * (64 << 20);
        long[] got = {0};
        PictureSink counting = (number, type) -> Optional.of(new PictureStream() {
            @Override
            public void write(int b) {
                got[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                got[0] += len;
            }

            @Override
            public void abort() {
                got[0] = -1;
            }
        });
        InputStream json = new SequenceInputStream(Collections.enumeration(List.of(
                text("{\"data\":[{\"b64_json\":\""),
                text(base64(Arrays.copyOf(PNG, 12))),
                new Letters((bytes - 12) / 3 * 4),
                text("\"}]}"))));
        reader(counting).read(json);
        assertEquals(bytes, got[0]);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many letters A. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'A' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) 'A');
            left -= count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
