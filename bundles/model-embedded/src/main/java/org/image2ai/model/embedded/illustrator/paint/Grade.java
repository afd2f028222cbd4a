package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.illustrator.words.Palette;

/** Brings all colours of a picture into a palette. */
final class Grade {
    private Grade() {}

    static void apply(BufferedImage image, Palette palette) {
        if (palette == Palette.NATURAL) {
            return;
        }
        int[] rgb = Pixels.of(image).rgb();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = graded(rgb[i], palette);
        }
    }

    private static int graded(int p, Palette palette) {
        double l = Pixels.luminance(p);
        return switch (palette) {
            case NATURAL -> p;
            case WARM -> Pixels.mix(times(saturated(p, 0.8), 1.13, 1, 0.7), duo(l, 0x5a2440, 0xf0905a, 0xffeec4), 0.24);
            case COOL ->
                Pixels.mix(times(saturated(p, 0.8), 0.76, 0.98, 1.13), duo(l, 0x14214f, 0x4f98c8, 0xe8f6ff), 0.26);
            case PASTEL -> Pixels.mix(saturated(p, 0.82), 0xfff0ee, 0.3);
            case VIVID -> contrasted(saturated(p, 1.5));
            case EARTH -> Pixels.mix(saturated(p, 0.5), duo(l, 0x33241a, 0xa9794c, 0xf4e6c8), 0.5);
            case MONO -> contrasted(saturated(p, 0));
            case SEPIA -> duo(l, 0x2a1a10, 0xa07a52, 0xfaeed6);
        };
    }

    private static int saturated(int p, double amount) {
        double grey = Pixels.luminance(p) * 255;
        return Pixels.pack(
                grey + ((p >> 16 & 255) - grey) * amount,
                grey + ((p >> 8 & 255) - grey) * amount,
                grey + ((p & 255) - grey) * amount);
    }

    private static int times(int p, double red, double green, double blue) {
        return Pixels.pack((p >> 16 & 255) * red, (p >> 8 & 255) * green, (p & 255) * blue);
    }

    private static int contrasted(int p) {
        return Pixels.pack(
                ((p >> 16 & 255) - 128) * 1.12 + 130,
                ((p >> 8 & 255) - 128) * 1.12 + 130,
                ((p & 255) - 128) * 1.12 + 130);
    }

    /** From a dark over a middle to a light colour. */
    private static int duo(double l, int dark, int middle, int bright) {
        return l < 0.5 ? Pixels.mix(dark, middle, l * 2) : Pixels.mix(middle, bright, l * 2 - 1);
    }
}
