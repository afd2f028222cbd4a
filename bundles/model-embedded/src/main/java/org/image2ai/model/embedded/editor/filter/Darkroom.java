package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** What a darkroom does: tints, grain, vignettes, blur and coarse pixels. Each changes a picture in place. */
final class Darkroom {
    private static final int BROWN = 0x6f4b2a;
    private static final int CREAM = 0xfff3dc;
    private static final int GRAIN_SEED = 1839;
    private static final double BLURRED = 45;
    private static final int BLOCKS = 72;

    private Darkroom() {}

    static void blackAndWhite(BufferedImage picture) {
        new Tone(0, 18, -100, 0).apply(picture);
    }

    static void sepia(BufferedImage picture) {
        tint(picture, 1);
    }

    static void vintage(BufferedImage picture) {
        new Tone(6, -14, -30, 22).apply(picture);
        tint(picture, 0.35);
        grain(picture, 9);
        vignette(picture);
    }

    static void blur(BufferedImage picture) {
        Focus.blur(picture, Math.max(picture.getWidth(), picture.getHeight()) / BLURRED);
    }

    /** Brown in the shadows, cream in the lights. */
    private static void tint(BufferedImage picture, double share) {
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double light = Pixels.luma(pixels[i]) / 255;
            int brown = light < 0.5 ? Pixels.mix(0x1c120a, BROWN, 2 * light) : Pixels.mix(BROWN, CREAM, 2 * light - 1);
            pixels[i] = Pixels.withAlpha(Pixels.mix(pixels[i], brown, share), pixels[i]);
        }
    }

    private static void grain(BufferedImage picture, double strength) {
        SplittableRandom random = new SplittableRandom(GRAIN_SEED);
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double noise = (random.nextDouble() + random.nextDouble() - 1) * strength;
            int rgb = Pixels.rgb(
                    Pixels.red(pixels[i]) + noise, Pixels.green(pixels[i]) + noise, Pixels.blue(pixels[i]) + noise);
            pixels[i] = Pixels.withAlpha(rgb, pixels[i]);
        }
    }

    private static void vignette(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double x = 2.0 * (i % width) / width - 1;
            double y = 2.0 * (i / width) / picture.getHeight() - 1;
            double far = Math.max(0, (x * x + y * y) / 2 - 0.18);
            pixels[i] = Pixels.withAlpha(Pixels.mix(pixels[i], 0, Math.min(0.6, far * 0.62)), pixels[i]);
        }
    }

    static void pixels(BufferedImage picture) {
        int side = Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / BLOCKS);
        int width = Math.max(1, picture.getWidth() / side);
        int height = Math.max(1, picture.getHeight() / side);
        int[] blocks = Pixels.of(Scaling.to(picture, width, height));
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            int x = i % picture.getWidth() * width / picture.getWidth();
            int y = i / picture.getWidth() * height / picture.getHeight();
            pixels[i] = Pixels.withAlpha(blocks[y * width + x], pixels[i]);
        }
    }
}
