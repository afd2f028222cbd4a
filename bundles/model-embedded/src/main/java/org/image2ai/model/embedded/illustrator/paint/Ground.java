package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Arrays;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Season;

/** Land that several backdrops share: hills, mountain ranges, the ground under one's feet. */
final class Ground {
    private static final double RANGE = 256;

    private final Canvas canvas;
    private final Light light;
    private final Reading reading;

    Ground(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.reading = canvas.scene().reading();
    }

    /** The colour of grass, or of the snow on it. */
    Color grass() {
        if (reading.snowy()) {
            return Ink.rgb(0xeaf2fb);
        }
        return Ink.rgb(
                switch (reading.season()) {
                    case AUTUMN -> 0xb39a3f;
                    case SPRING -> 0x7cc454;
                    default -> 0x69b24a;
                });
    }

    /** A hill across the picture. */
    void hill(double y, double amplitude, double distance, String name) {
        Dice dice = canvas.dice(name);
        Path2D hill = Lines.rolling(canvas, y, amplitude, canvas.width() * dice.in(0.7, 1.3), dice);
        Color colour = light.lit(grass(), distance);
        canvas.fill(hill, Canvas.vertical(y - amplitude, y + 260, Ink.lighter(colour, 0.08), Ink.darker(colour, 0.16)));
    }

    /**
     * A mountain range with light and dark faces.
     *
     * @param foot where it meets the land
     * @param height of its highest peak
     * @param distance from 0 to 1
     * @param peaks how many
     */
    void range(double foot, double height, double distance, int peaks) {
        Dice dice = canvas.dice("range" + peaks);
        range(Lines.range(peaks, 0.16, dice), foot, height, distance);
    }

    /** A mountain that rises to that height, whatever chance made of it. */
    void massif(double foot, double height, double distance, int peaks) {
        double[] h = Lines.range(peaks, 0.16, canvas.dice("massif" + peaks));
        double highest = Arrays.stream(h).max().orElse(1);
        range(Arrays.stream(h).map(v -> v / highest).toArray(), foot, height, distance);
    }

    private void range(double[] h, double foot, double height, double distance) {
        int rock = reading.season() == Season.AUTUMN ? 0x7a6a6a : 0x5f6b86;
        Color lit = light.lit(Ink.lighter(Ink.rgb(rock), 0.12), distance);
        Color shade = light.lit(Ink.darker(Ink.rgb(rock), 0.2), distance);
        canvas.fill(
                silhouette(h, foot, height, 0),
                Canvas.vertical(foot - height, foot, lit, Ink.mix(lit, light.haze(), 0.45)));
        faces(h, foot, height, shade);
        snow(h, foot, height, light.lit(0xf7faff, distance * 0.7));
    }

    private Path2D silhouette(double[] h, double foot, double height, double sink) {
        Path2D path = new Path2D.Double();
        path.moveTo(-20, foot + 40);
        for (int i = 0; i < h.length; i++) {
            path.lineTo(x(i), foot - h[i] * height + sink);
        }
        path.lineTo(canvas.width() + 20, foot + 40);
        path.closePath();
        return path;
    }

    private double x(double i) {
        return -20 + i / RANGE * (canvas.width() + 40);
    }

    /** The side of each peak that is turned from the light. */
    private void faces(double[] h, double foot, double height, Color shade) {
        for (int i = 4; i < h.length - 4; i++) {
            if (!peak(h, i)) {
                continue;
            }
            int right = i;
            while (right < h.length - 1 && h[right + 1] < h[right] + 0.02 && right - i < 48) {
                right++;
            }
            Path2D face = new Path2D.Double();
            face.moveTo(x(i), foot - h[i] * height);
            for (int k = i; k <= right; k++) {
                face.lineTo(x(k), foot - h[k] * height);
            }
            double low = foot - h[right] * height;
            face.lineTo(x(i + (right - i) * 0.45), low + (foot - low) * 0.5);
            face.lineTo(x(i + (right - i) * 0.2), foot - h[i] * height * 0.62);
            face.lineTo(x(i + (right - i) * 0.26), foot - h[i] * height * 0.8);
            face.closePath();
            canvas.fill(face, Ink.alpha(shade, 0.55));
        }
    }

    private static boolean peak(double[] h, int i) {
        for (int k = 1; k <= 4; k++) {
            if (h[i - k] > h[i] || h[i + k] > h[i]) {
                return false;
            }
        }
        return h[i] > 0.3;
    }

    private void snow(double[] h, double foot, double height, Color white) {
        double line = reading.snowy() ? 0.3 : 0.62;
        for (int i = 4; i < h.length - 4; i++) {
            if (!peak(h, i) || h[i] < line) {
                continue;
            }
            double reach = (h[i] - line) * 0.9 + 0.06;
            int left = i;
            int right = i;
            while (left > 0 && h[left] > h[i] - reach && i - left < 26) {
                left--;
            }
            while (right < h.length - 1 && h[right] > h[i] - reach && right - i < 26) {
                right++;
            }
            canvas.fill(cap(h, new int[] {left, i, right}, foot, height), white);
        }
    }

    private Path2D cap(double[] h, int[] at, double foot, double height) {
        Path2D cap = new Path2D.Double();
        cap.moveTo(x(at[0]), foot - h[at[0]] * height);
        for (int k = at[0]; k <= at[2]; k++) {
            cap.lineTo(x(k), foot - h[k] * height);
        }
        int teeth = 4;
        for (int t = 1; t <= teeth * 2 - 1; t++) {
            double k = at[2] + (at[0] - at[2]) * t / (teeth * 2.0);
            double surface = h[(int) Math.round(k)] * height;
            double depth = t % 2 == 1 ? 0.09 : 0.03;
            cap.lineTo(x(k), foot - surface + depth * height);
        }
        cap.closePath();
        return cap;
    }

    /** The near ground, with a soft pool of light where the things stand. */
    void near(double y, double amplitude) {
        hill(y, amplitude, 0.04, "near");
        double x = canvas.width() / 2;
        Color pool = Ink.alpha(Ink.lighter(light.lit(grass(), 0), 0.4), 0.4);
        canvas.glow(x, canvas.scene().stage().near(), canvas.width() * 0.46, 130, pool);
    }
}
