package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

public class PngStreamTest {
    @Test
    public void writesWhatEveryReaderReads() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {9, 1}, {313, 211}}) {
            assertReadBack(size[0], size[1], false);
            assertReadBack(size[0], size[1], true);
        }
    }

    @Test
    public void compresses() throws IOException {
        int[] even = new int[256 * 256];
        assertTrue(encode(even, 256, 256, true).length < 2000);
    }

    private static void assertReadBack(int width, int height, boolean alpha) throws IOException {
        int opaque = alpha ? 0 : 0xff000000;
        int[] pixels =
                new Random(3).ints((long) width * height).map(p -> p | opaque).toArray();
        BufferedImage read = Pictures.decode(encode(pixels, width, height, alpha));
        assertEquals(alpha, read.getColorModel().hasAlpha());
        assertArrayEquals(pixels, read.getRGB(0, 0, width, height, null, 0, width));
    }

    private static byte[] encode(int[] pixels, int width, int height, boolean alpha) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PngStream png = new PngStream(out, width, height, alpha)) {
            for (int y = 0; y < height; y++) {
                png.row(pixels, y * width);
            }
            png.end();
        }
        return out.toByteArray();
    }
}
