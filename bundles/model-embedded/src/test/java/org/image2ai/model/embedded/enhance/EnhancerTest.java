package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.pictures.Pictures;
import org.junit.After;
import org.junit.Test;

public class EnhancerTest {
    private static final int WHOLE = 10_000;

    private final Network network = new Network();

    @After
    public void close() {
        network.close();
    }

    @Test
    public void tilesLeaveNoSeam() throws IOException {
        Source noise = noise(150, 110, false);
        assertEquals(1, new Enhancer(network, noise, WHOLE, Network.REACH).tiles());
        assertEquals(12, new Enhancer(network, noise, 40, Network.REACH).tiles());
        assertTrue(furthest(noise, 40) <= 1);
    }

    @Test
    public void tilesLeaveNoSeamInTheOpacity() throws IOException {
        Source noise = noise(90, 60, true);
        assertTrue(furthest(noise, 32) <= 1);
    }

    @Test
    public void theNetworkIsLoadedAgainAfterItWasLetGo() {
        assertEquals(3 * 4 * 8, network.run(new float[6], 2, 1).length);
        network.close();
        assertEquals(3 * 4 * 8, network.run(new float[6], 2, 1).length);
    }

    private int furthest(Source source, int tile) throws IOException {
        int[] whole = enhance(source, WHOLE);
        int[] tiled = enhance(source, tile);
        int most = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                most = Math.max(most, Math.abs((whole[i] >> shift & 255) - (tiled[i] >> shift & 255)));
            }
        }
        return most;
    }

    private int[] enhance(Source source, int tile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PngStream png = new PngStream(out, 4 * source.width(), 4 * source.height(), source.alpha())) {
            new Enhancer(network, source, tile, Network.REACH).write(png, new RecordingRenderSession());
            png.end();
        }
        BufferedImage picture = Pictures.decode(out.toByteArray());
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    /** What a network finds hardest: every pixel matters to its surroundings. */
    private static Source noise(int width, int height, boolean alpha) {
        int opaque = alpha ? 0 : 0xff000000;
        int[] pixels =
                new Random(5).ints((long) width * height).map(p -> p | opaque).toArray();
        return new Source(width, height, alpha, pixels);
    }
}
