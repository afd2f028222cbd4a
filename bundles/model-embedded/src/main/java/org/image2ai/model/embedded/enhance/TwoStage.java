package org.image2ai.model.embedded.enhance;

import java.util.List;

/**
 * Enlarges by a network in two stages: features at the size of the picture, which see far around themselves, and from
 * them the result, which sees next to nothing. The second works at four times the sides, at 4 kB a pixel of the picture;
 * it is given a few rows at a time, or it would take most of a gigabyte.
 */
final class TwoStage implements Upscaler {
    private static final int CHANNELS = 3;
    private static final int ROWS = 32;

    /** How far the second stage sees: four convolutions of 3×3, one of them at twice the sides, three at four times. */
    private static final int SEEN = 2;

    private final Network features;
    private final Network drawing;
    private final int scale;
    private final int reach;

    TwoStage(String name, int scale, int reach) {
        this.features = new Network(name + "-features");
        this.drawing = new Network(name + "-drawing");
        this.scale = scale;
        this.reach = reach;
    }

    @Override
    public int scale() {
        return scale;
    }

    @Override
    public int reach() {
        return reach;
    }

    @Override
    public float[] enlarge(float[] planes, int width, int height) {
        float[] all = features.run(planes, width, height);
        float[] result = new float[planes.length * scale * scale];
        for (Span rows : strips(height)) {
            float[] drawn = drawing.run(rows(all, width * height, width, rows), width, rows.seen());
            int area = scale * scale * width;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int from = (channel * rows.seen() + rows.from() - rows.seenFrom()) * area;
                System.arraycopy(drawn, from, result, (channel * height + rows.from()) * area, rows.length() * area);
            }
        }
        return result;
    }

    /** The rows that the second stage is given at a time. */
    static List<Span> strips(int height) {
        return Span.cut(height, ROWS, SEEN, 0);
    }

    private static float[] rows(float[] planes, int plane, int width, Span rows) {
        int part = rows.seen() * width;
        float[] cut = new float[planes.length / plane * part];
        for (int i = 0; i < planes.length / plane; i++) {
            System.arraycopy(planes, i * plane + rows.seenFrom() * width, cut, i * part, part);
        }
        return cut;
    }

    @Override
    public void close() {
        features.close();
        drawing.close();
    }
}
