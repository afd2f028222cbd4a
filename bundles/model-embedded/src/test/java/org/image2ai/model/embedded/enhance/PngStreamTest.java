package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
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

    @Test
    public void rowsThatRepeatAndRowsThatDoNotMayFollowEachOther() throws IOException {
        int[] pixels = new Random(4)
                .ints(400L * 300, 0, 1 << 24)
                .map(p -> p | 0xff000000)
                .toArray();
        for (int band = 0; band < 300; band += 80) {
            Arrays.fill(pixels, band * 400, (band + 40) * 400, 0xff336699);
        }
        BufferedImage read = Pictures.decode(encode(pixels, 400, 300, false));
        assertArrayEquals(pixels, read.getRGB(0, 0, 400, 300, null, 0, 400));
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
