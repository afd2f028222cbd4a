package org.image2ai.model.embedded.enhance;

/** One part of a picture: what an upscaler is shown of it, and where its results go. */
final class Tile {
    private static final int CHANNELS = 3;
    private static final int COLOUR = 0xffffff;

    private final Source source;
    private final Span columns;
    private final Span rows;
    private final int scale;

    Tile(Source source, Span columns, Span rows, int scale) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        this.scale = scale;
    }

    int height() {
        return rows.length();
    }

    int seenWidth() {
        return columns.seen();
    }

    int seenHeight() {
        return rows.seen();
    }

    /** What an upscaler is shown of red, green and blue. */
    float[] colours() {
        return planes(16, 8, 0);
    }

    /** What an upscaler is shown of the opacity: a gray picture. */
    float[] opacity() {
        return planes(24, 24, 24);
    }

    private float[] planes(int... shifts) {
        int plane = columns.seen() * rows.seen();
        float[] planes = new float[CHANNELS * plane];
        int at = 0;
        for (int y = rows.seenFrom(); y < rows.seenTo(); y++) {
            for (int x = columns.seenFrom(); x < columns.seenTo(); x++) {
                int pixel = source.pixel(x, y);
                for (int c = 0; c < CHANNELS; c++) {
                    planes[c * plane + at] = (pixel >>> shifts[c] & 255) / 255f;
                }
                at++;
            }
        }
        return planes;
    }

    /** Writes the upscaler's colours as opaque pixels into a band: all that becomes of this row of tiles. */
    void paintColours(float[] result, int[] band) {
        int plane = result.length / CHANNELS;
        for (int y = 0; y < rows.length() * scale; y++) {
            int to = bandIndex(0, y);
            int from = resultIndex(0, y);
            for (int x = 0; x < columns.length() * scale; x++) {
                int red = level(result[from + x]);
                int green = level(result[plane + from + x]);
                int blue = level(result[2 * plane + from + x]);
                band[to + x] = 255 << 24 | red << 16 | green << 8 | blue;
            }
        }
    }

    /** The one opacity that this tile and its neighbours have, or -1. */
    int evenOpacity() {
        int even = source.opacity(columns.from(), rows.from());
        for (int y = rows.from() - 1; y <= rows.to(); y++) {
            for (int x = columns.from() - 1; x <= columns.to(); x++) {
                if (source.opacity(x, y) != even) {
                    return -1;
                }
            }
        }
        return even;
    }

    /** Gives the pixels in a band one opacity. */
    void paintOpacity(int even, int[] band) {
        for (int y = 0; y < rows.length() * scale; y++) {
            int to = bandIndex(0, y);
            for (int x = 0; x < columns.length() * scale; x++) {
                band[to + x] = even << 24 | band[to + x] & COLOUR;
            }
        }
    }

    /**
     * Gives the pixels in a band the upscaler's opacities, each kept within those of the pixels around its origin: what
     * was opaque stays opaque, what was clear stays clear.
     */
    void paintOpacity(float[] result, int[] band) {
        for (int y = 0; y < rows.length(); y++) {
            for (int x = 0; x < columns.length(); x++) {
                paintOpacity(result, band, x, y);
            }
        }
    }

    private void paintOpacity(float[] result, int[] band, int x, int y) {
        int least = 255;
        int most = 0;
        for (int i = 0; i < 9; i++) {
            int near = source.opacity(columns.from() + x - 1 + i % 3, rows.from() + y - 1 + i / 3);
            least = Math.min(least, near);
            most = Math.max(most, near);
        }
        int plane = result.length / CHANNELS;
        for (int i = 0; i < scale * scale; i++) {
            int from = resultIndex(x * scale + i % scale, y * scale + i / scale);
            int to = bandIndex(x * scale + i % scale, y * scale + i / scale);
            int gray = level((result[from] + result[plane + from] + result[2 * plane + from]) / CHANNELS);
            band[to] = Math.max(least, Math.min(most, gray)) << 24 | band[to] & COLOUR;
        }
    }

    private int bandIndex(int x, int y) {
        return (y * source.width() + columns.from()) * scale + x;
    }

    private int resultIndex(int x, int y) {
        int row = (rows.from() - rows.seenFrom()) * scale + y;
        return (row * columns.seen() + columns.from() - columns.seenFrom()) * scale + x;
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value * 255)));
    }
}
