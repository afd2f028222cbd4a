package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The scene's light on a flat icon: its colour, a bright rim where it faces the sun, shade on the other side and
 * towards the feet.
 *
 * @param tint what the light leaves of white
 * @param sun the colour of the rim
 * @param side where the light comes from: −1 left to 1 right
 * @param strength how hard the light is, 0 to 1
 */
record Shine(Color tint, Color sun, double side, double strength) {
    private static final double REACH = 0.03;

    void apply(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] before = pixels.clone();
        int w = image.getWidth();
        int h = image.getHeight();
        double reach = Math.max(2, REACH * Math.max(w, h));
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int p = before[y * w + x];
                if (p >>> 24 != 0) {
                    double rim = outside(before, w, x, y, reach);
                    double shade = outside(before, w, x, y, -1.5 * reach);
                    pixels[y * w + x] = lit(p, rim, shade, level(x / (double) w, y / (double) h));
                }
            }
        }
    }

    private double level(double x, double y) {
        return 1.03 - 0.13 * y + 0.07 * strength * side * (x * 2 - 1);
    }

    /** How much of the way towards the light, or from it, lies outside the thing. */
    private double outside(int[] pixels, int w, int x, int y, double reach) {
        double sum = 0;
        for (int i = 1; i <= 3; i++) {
            int px = (int) Math.round(x + side * reach * i / 3);
            int py = (int) Math.round(y - 0.7 * reach * i / 3);
            boolean in = px >= 0 && px < w && py >= 0 && py < pixels.length / w;
            sum += in ? 1 - (pixels[py * w + px] >>> 24) / 255.0 : 1;
        }
        return sum / 3;
    }

    private int lit(int p, double rim, double shade, double level) {
        double k = level * (1 - 0.26 * strength * shade);
        double glow = 0.5 * strength * rim * (1 - shade);
        double r = (p >> 16 & 255) * tint.getRed() / 255.0 * k;
        double g = (p >> 8 & 255) * tint.getGreen() / 255.0 * k;
        double b = (p & 255) * tint.getBlue() / 255.0 * k;
        return p & 0xff000000
                | Pixels.pack(
                        r + (sun.getRed() - r) * glow, g + (sun.getGreen() - g) * glow, b + (sun.getBlue() - b) * glow);
    }
}
