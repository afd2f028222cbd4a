package org.image2ai.model.embedded.illustrator.paint;

import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Lines across a picture, and the areas below them. */
final class Lines {
    private Lines() {}

    /** Rolling ground: a smooth line of waves, filled down to the bottom. */
    static Path2D rolling(Canvas canvas, double y, double amplitude, double length, Dice dice) {
        double phase = dice.in(0, Math.PI * 2);
        double second = dice.in(0, Math.PI * 2);
        Path2D path = new Path2D.Double();
        path.moveTo(-20, canvas.height() + 20);
        for (double x = -20; x <= canvas.width() + 20; x += 8) {
            path.lineTo(x, y + wave(x, amplitude, length, phase) + wave(x, amplitude * 0.4, length * 0.43, second));
        }
        path.lineTo(canvas.width() + 20, canvas.height() + 20);
        path.closePath();
        return path;
    }

    private static double wave(double x, double amplitude, double length, double phase) {
        return Math.sin(x / length * Math.PI * 2 + phase) * amplitude;
    }

    /** The heights of a mountain range: midpoint displacement, 0 to 1. */
    static double[] range(int peaks, double roughness, Dice dice) {
        int n = 256;
        double[] h = new double[n + 1];
        int step = n / Math.max(1, peaks);
        for (int i = 0; i <= n; i += step) {
            h[i] = dice.in(0.1, 1) * ((i / step) % 2 == 0 ? 0.45 : 1);
        }
        double amount = roughness;
        while (step > 1) {
            int half = step / 2;
            for (int i = half; i < n; i += step) {
                h[i] = (h[i - half] + h[Math.min(n, i + half)]) / 2 + dice.in(-amount, amount);
            }
            amount *= 0.52;
            step = half;
        }
        return h;
    }

    /** A wavy strip of water between two heights. */
    static Path2D waves(Canvas canvas, double y, double amplitude, double length, Dice dice) {
        double shift = dice.in(0, length);
        Path2D path = new Path2D.Double();
        path.moveTo(-length - shift, canvas.height() + 20);
        path.lineTo(-length - shift, y);
        for (double x = -length - shift; x < canvas.width() + length; x += length) {
            path.quadTo(x + length * 0.25, y - amplitude, x + length * 0.5, y);
            path.quadTo(x + length * 0.75, y + amplitude, x + length, y);
        }
        path.lineTo(canvas.width() + length * 2, canvas.height() + 20);
        path.closePath();
        return path;
    }
}
