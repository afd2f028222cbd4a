package org.image2ai.model.embedded.inpaint.patch;

/**
 * The first idea of a fill, on the coarsest level: patch by patch from the border inwards, where most is known and the
 * strongest lines end first, as in Criminisi, Pérez and Toyama, "Region filling and object removal by exemplar-based
 * image inpainting" (2004).
 */
final class Sketch {
    private static final int R = Level.R;
    private static final double FLAT = 12;

    private final Level level;
    private final double[] confidence;
    private int left;

    private Sketch(Level level) {
        this.level = level;
        this.confidence = new double[level.rgb.length];
        for (int i = 0; i < confidence.length; i++) {
            confidence[i] = level.depth[i] > 0 ? 0 : 1;
            left += level.depth[i] > 0 ? 1 : 0;
        }
    }

    /** Fills the hole of that level, which has patches to copy. */
    static void draw(Level level) {
        Sketch sketch = new Sketch(level);
        while (sketch.left > 0) {
            int at = sketch.mostUrgent();
            sketch.copy(sketch.mostAlike(at), at);
        }
    }

    private boolean known(int x, int y) {
        return x >= 0 && y >= 0 && x < level.width && y < level.height && confidence[y * level.width + x] > 0;
    }

    private int mostUrgent() {
        int found = -1;
        double most = -1;
        for (int i = 0; i < confidence.length; i++) {
            int x = i % level.width;
            int y = i / level.width;
            boolean border = known(x - 1, y) || known(x + 1, y) || known(x, y - 1) || known(x, y + 1);
            if (confidence[i] == 0 && border) {
                double urgency = confidenceAround(x, y) * (FLAT + strongestLine(x, y));
                if (urgency > most) {
                    most = urgency;
                    found = i;
                }
            }
        }
        return found;
    }

    private double confidenceAround(int x, int y) {
        double sum = 0;
        for (int cy = Math.max(0, y - R); cy <= Math.min(level.height - 1, y + R); cy++) {
            for (int cx = Math.max(0, x - R); cx <= Math.min(level.width - 1, x + R); cx++) {
                sum += confidence[cy * level.width + cx];
            }
        }
        return sum / ((2 * R + 1) * (2 * R + 1));
    }

    /** How steep the brightness is along the border at the known pixels around: a line that runs into the hole. */
    private double strongestLine(int x, int y) {
        double nx = slope(x + 1, y, x - 1, y);
        double ny = slope(x, y + 1, x, y - 1);
        double norm = Math.max(1e-6, Math.hypot(nx, ny));
        double most = 0;
        for (int cy = y - 2; cy <= y + 2; cy++) {
            for (int cx = x - 2; cx <= x + 2; cx++) {
                if (known(cx, cy) && known(cx + 1, cy) && known(cx, cy + 1) && known(cx - 1, cy) && known(cx, cy - 1)) {
                    double gx = (green(cx + 1, cy) - green(cx - 1, cy)) / 2.0;
                    double gy = (green(cx, cy + 1) - green(cx, cy - 1)) / 2.0;
                    most = Math.max(most, Math.abs(gy * nx - gx * ny) / norm);
                }
            }
        }
        return most;
    }

    private double slope(int x, int y, int otherX, int otherY) {
        return (known(x, y) ? 1 : 0) - (known(otherX, otherY) ? 1 : 0);
    }

    private int green(int x, int y) {
        return level.rgb[y * level.width + x] >> 8 & 0xff;
    }

    /** The source patch whose pixels are most like the known ones around; of two alike the nearer one. */
    private int mostAlike(int at) {
        int found = -1;
        int least = Integer.MAX_VALUE;
        for (int y = R; y < level.height - R; y++) {
            for (int x = R; x < level.width - R; x++) {
                if (level.isSource(x, y)) {
                    int remote = level.remoteness(x - at % level.width, y - at / level.width);
                    int cost = remote + difference(at, y * level.width + x, least - remote);
                    if (cost < least) {
                        least = cost;
                        found = y * level.width + x;
                    }
                }
            }
        }
        return found;
    }

    private int difference(int at, int source, int limit) {
        int x = at % level.width;
        int sum = 0;
        for (int dy = -R; dy <= R && sum < limit; dy++) {
            for (int dx = -R; dx <= R; dx++) {
                int there = at + dy * level.width + dx;
                if (known(x + dx, at / level.width + dy)) {
                    sum += Level.squared(level.rgb[there], level.rgb[source + dy * level.width + dx]);
                }
            }
        }
        return sum;
    }

    private void copy(int source, int at) {
        double trust = confidenceAround(at % level.width, at / level.width);
        for (int y = at / level.width - R; y <= at / level.width + R; y++) {
            for (int x = at % level.width - R; x <= at % level.width + R; x++) {
                int to = y * level.width + x;
                if (x >= 0 && y >= 0 && x < level.width && y < level.height && confidence[to] == 0) {
                    level.rgb[to] = level.rgb[source + to - at];
                    confidence[to] = trust;
                    left--;
                }
            }
        }
    }
}
