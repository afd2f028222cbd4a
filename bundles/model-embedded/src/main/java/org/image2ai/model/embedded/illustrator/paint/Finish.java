package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The last pass over all pixels: darker corners and a little grain, so that flat areas look like paper. */
final class Finish {
    private static final double CORNERS = 0.2;
    private static final double GRAIN = 5;
    private static final double BLOOM = 0.32;

    private Finish() {}

    static void apply(BufferedImage image, long seed) {
        bloom(Pixels.of(image));
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        long noise = seed * 0x9E3779B97F4A7C15L | 1;
        for (int y = 0; y < height; y++) {
            double dy = (y - height / 2.0) / height * 2;
            for (int x = 0; x < width; x++) {
                double dx = (x - width / 2.0) / width * 2;
                double d = (dx * dx + dy * dy) / 2;
                noise ^= noise << 13;
                noise ^= noise >>> 7;
                noise ^= noise << 17;
                double k = 1 - CORNERS * d * d;
                double grain = ((noise & 1023) / 1023.0 - 0.5) * GRAIN;
                pixels[y * width + x] = shaded(pixels[y * width + x], k, grain);
            }
        }
    }

    /** What is bright shines a little over its edges. */
    private static void bloom(Pixels pixels) {
        Pixels soft = pixels.blurred((int) Math.round(12 * pixels.unit()));
        for (int i = 0; i < pixels.rgb().length; i++) {
            int p = pixels.rgb()[i];
            int s = soft.rgb()[i];
            pixels.rgb()[i] = Pixels.pack(
                    screened(p >> 16 & 255, s >> 16 & 255),
                    screened(p >> 8 & 255, s >> 8 & 255),
                    screened(p & 255, s & 255));
        }
    }

    private static double screened(int value, int glow) {
        double light = Math.max(0, glow - 150) * BLOOM;
        return 255 - (255 - value) * (255 - light) / 255;
    }

    private static int shaded(int p, double k, double grain) {
        int r = clamp((p >> 16 & 255) * k + grain);
        int g = clamp((p >> 8 & 255) * k + grain);
        int b = clamp((p & 255) * k + grain);
        return 0xff000000 | r << 16 | g << 8 | b;
    }

    private static int clamp(double value) {
        return value < 0 ? 0 : value > 255 ? 255 : (int) (value + 0.5);
    }
}
