package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.image2ai.model.embedded.EmbeddedModel;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.Test;

public class EnhancerTest {
    private static final int WHOLE = 10_000;
    private static final List<EmbeddedModel> MODELS = UpscaleModels.all();

    private final List<Method> methods = MODELS.stream()
            .flatMap(model -> ((UpscaleModel) model).methods().stream())
            .toList();

    @AfterClass
    public static void close() {
        MODELS.forEach(EmbeddedModel::close);
    }

    @Test
    public void tilesLeaveNoSeam() throws IOException {
        Source stripes = stripes(150, 110);
        for (Method method : methods) {
            assertEquals(1, new Enhancer(method.upscaler(), stripes, WHOLE).tiles());
            assertEquals(12, new Enhancer(method.upscaler(), stripes, 40).tiles());
            assertFurthest(method, 1, stripes, 40);
        }
    }

    /** The network for drawings is left out: it sees noise from further away than is worth its time. */
    @Test
    public void tilesLeaveNoSeamInNoiseAndItsOpacity() throws IOException {
        Source noise = noise(90, 60);
        for (Method method : methods) {
            if (!method.name().contains("anime")) {
                assertFurthest(method, 1, noise, 32);
            }
        }
    }

    private static void assertFurthest(Method method, int levels, Source source, int tile) throws IOException {
        int furthest = furthest(method.upscaler(), source, tile);
        String what = method.name() + " x" + method.upscaler().scale();
        assertTrue(what + " has seams of " + furthest, furthest <= levels);
    }

    private static int furthest(Upscaler upscaler, Source source, int tile) throws IOException {
        int[] whole = enhance(upscaler, source, WHOLE);
        int[] tiled = enhance(upscaler, source, tile);
        int most = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                most = Math.max(most, Math.abs((whole[i] >> shift & 255) - (tiled[i] >> shift & 255)));
            }
        }
        return most;
    }

    private static int[] enhance(Upscaler upscaler, Source source, int tile) throws IOException {
        int scale = upscaler.scale();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PngStream png = new PngStream(out, scale * source.width(), scale * source.height(), source.alpha())) {
            new Enhancer(upscaler, source, tile).write(png, new RecordingRenderSession());
            png.end();
        }
        BufferedImage picture = Pictures.decode(out.toByteArray());
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    /** Sharp edges in all directions, which differ from colour to colour. */
    private static Source stripes(int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width;
            int y = i / width;
            int pixel = 255;
            for (int colour = 0; colour < 3; colour++) {
                boolean light = Math.sin(x * 0.31 + colour) + Math.cos(y * 0.27 + x * 0.05) > 0;
                pixel = pixel << 8 | (light ? 255 : 0);
            }
            pixels[i] = pixel;
        }
        return new Source(width, height, false, pixels);
    }

    /** What a network finds hardest: every pixel matters to its surroundings. */
    private static Source noise(int width, int height) {
        int[] pixels = new Random(5).ints((long) width * height).toArray();
        return new Source(width, height, true, pixels);
    }
}
