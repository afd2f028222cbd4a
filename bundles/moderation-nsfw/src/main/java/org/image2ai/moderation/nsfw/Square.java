package org.image2ai.moderation.nsfw;

import org.image2ai.api.moderation.Content;

/**
 * Makes the square that the network looks at: each of its pixels is the mean of the part of the picture that it covers.
 * A scale that takes some pixels and leaves others out moves what the network says, even of harmless photographs.
 */
final class Square {
    /** The side of the square. */
    static final int SIDE = 224;

    private static final int PLANES = 3;

    private Square() {}

    /** Red, green and blue of 0 to 1, each row by row. */
    static float[] of(Content.Picture picture) {
        int width = picture.width();
        float[] rows = new float[PLANES * SIDE * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            across(picture.rgb(), y * width, width, rows, y * PLANES * SIDE);
        }
        return down(rows, picture.height());
    }

    /** One row of the picture, made as wide as the square: its red, then its green, then its blue. */
    private static void across(int[] rgb, int from, int width, float[] to, int at) {
        for (int x = 0; x < SIDE; x++) {
            double start = (double) x * width / SIDE;
            double end = (double) (x + 1) * width / SIDE;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = (int) start; i < Math.min(width, Math.ceil(end)); i++) {
                float part = (float) ((Math.min(end, i + 1) - Math.max(start, i)) / (end - start));
                int colour = rgb[from + i];
                red += part * (colour >> 16 & 255);
                green += part * (colour >> 8 & 255);
                blue += part * (colour & 255);
            }
            to[at + x] = red;
            to[at + SIDE + x] = green;
            to[at + 2 * SIDE + x] = blue;
        }
    }

    /** The rows, made as many as the square has. */
    private static float[] down(float[] rows, int height) {
        float[] planes = new float[PLANES * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            double start = (double) y * height / SIDE;
            double end = (double) (y + 1) * height / SIDE;
            for (int i = (int) start; i < Math.min(height, Math.ceil(end)); i++) {
                float part = (float) ((Math.min(end, i + 1) - Math.max(start, i)) / (end - start)) / 255;
                for (int plane = 0; plane < PLANES; plane++) {
                    add(part, rows, (i * PLANES + plane) * SIDE, planes, (plane * SIDE + y) * SIDE);
                }
            }
        }
        return planes;
    }

    private static void add(float part, float[] row, int from, float[] to, int at) {
        for (int x = 0; x < SIDE; x++) {
            to[at + x] += part * row[from + x];
        }
    }
}
