package org.image2ai.library;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PngProofTest {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private boolean holds(byte[] png) throws IOException {
        Path file = folder.newFile().toPath();
        Files.write(file, png);
        return PngProof.holds(file);
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(data.length + 12);
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return out.putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A picture of 100 rows of 200 pixels of RGB whose rows are what somebody says they are. */
    private static byte[] png(byte[] rows, int dataChunk, byte[]... before) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, new Deflater(1))) {
            deflated.write(rows);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SIGNATURE);
        byte[] header = {0, 0, 0, (byte) 200, 0, 0, 0, 100, 8, 2, 0, 0, 0};
        out.write(chunk("IHDR", header));
        for (byte[] one : before) {
            out.write(one);
        }
        byte[] data = packed.toByteArray();
        for (int at = 0; at < data.length; at += dataChunk) {
            out.write(chunk("IDAT", Arrays.copyOfRange(data, at, Math.min(data.length, at + dataChunk))));
        }
        out.write(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] rows(int count) {
        byte[] rows = new byte[count * 601];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i % 601 == 0 ? i / 601 % 5 : i * 31);
        }
        return rows;
    }

    @Test
    public void holdsWhatADecoderReads() throws IOException {
        assertTrue(holds(Pictures.png(Pictures.gradient(500, 300))));
        assertTrue(holds(Pictures.png(new BufferedImage(70, 30, BufferedImage.TYPE_4BYTE_ABGR))));
        byte[] own = png(rows(100), 7);
        assertTrue("in small chunks", holds(own));
        assertEquals(200, Pictures.decode(own).getWidth());
    }

    @Test
    public void leavesToADecoderWhatItDoesNotKnow() throws IOException {
        assertFalse("gray", holds(Pictures.png(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY))));
        assertFalse("a palette", holds(Pictures.png(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED))));
        assertFalse("one colour is clear", holds(png(rows(100), 1000, chunk("tRNS", new byte[6]))));
    }

    @Test
    public void holdsNothingThatIsNotWhole() throws IOException {
        assertFalse("a row too few", holds(png(rows(99), 1000)));
        assertFalse("a row too many", holds(png(rows(101), 1000)));
        byte[] filter = rows(100);
        filter[601 * 99] = 5;
        assertFalse("a filter that does not exist", holds(png(filter, 1000)));
        byte[] whole = png(rows(100), 100_000);
        assertFalse("cut short", holds(Arrays.copyOf(whole, whole.length - 40)));
        byte[] sum = whole.clone();
        sum[whole.length - 12 - 4 - 1] ^= 1;
        assertFalse("another sum", holds(sum));
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x20;
        assertFalse("a flipped bit", holds(flipped));
    }
}
