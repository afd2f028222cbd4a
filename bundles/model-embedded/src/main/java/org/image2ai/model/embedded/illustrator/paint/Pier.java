package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A wooden pier from the viewer's feet out over the water, on posts that stand in it. */
final class Pier {
    private static final double NEAR_HALF = 400;
    private static final double FAR_HALF = 120;
    private static final int PLANKS = 15;

    private final Canvas canvas;
    private final Light light;
    private final double far;
    private final double near;

    Pier(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.far = canvas.height() * 0.635;
        this.near = canvas.height() + 24;
    }

    void paint() {
        double middle = canvas.width() / 2;
        Color wood = light.lit(canvas.scene().reading().snowy() ? 0xd9dde4 : 0xa87b52, 0.03);
        Color dark = light.lit(0x5d4430, 0.05);
        canvas.fill(deck(middle, 22, 1.04), Ink.alpha(Ink.darker(light.top(), 0.6), 0.35));
        posts(middle, dark);
        canvas.fill(deck(middle, 12, 1), Ink.darker(dark, 0.1));
        canvas.fill(deck(middle, 0, 1), Canvas.vertical(far, near, Ink.mix(wood, light.haze(), 0.2), wood));
        for (int i = 1; i <= PLANKS; i++) {
            double y = y(i / (double) PLANKS);
            double half = half(y);
            canvas.rect(middle - half, y, half * 2, 1.5 + 3.2 * (y - far) / (near - far), Ink.alpha(dark, 0.55));
        }
        canvas.glow(
                middle,
                canvas.height() * 0.86,
                half(canvas.height() * 0.86),
                70,
                Ink.alpha(Ink.lighter(wood, 0.4), 0.35));
    }

    /** Planks look the wider the nearer they are. */
    private double y(double t) {
        return far + (near - far) * t * t;
    }

    private double half(double y) {
        return FAR_HALF + (NEAR_HALF - FAR_HALF) * (y - far) / (near - far);
    }

    private Path2D deck(double middle, double down, double wide) {
        Path2D deck = new Path2D.Double();
        deck.moveTo(middle - FAR_HALF * wide, far + down);
        deck.lineTo(middle + FAR_HALF * wide, far + down);
        deck.lineTo(middle + NEAR_HALF * wide, near + down);
        deck.lineTo(middle - NEAR_HALF * wide, near + down);
        deck.closePath();
        return deck;
    }

    private void posts(double middle, Color dark) {
        for (double t : new double[] {0.04, 0.38, 0.66, 0.88}) {
            double y = y(t);
            double k = half(y) / NEAR_HALF;
            for (int side = -1; side <= 1; side += 2) {
                double x = middle + side * (half(y) + 6 * k);
                canvas.rect(
                        x - 15 * k,
                        y - 62 * k,
                        30 * k,
                        190 * k,
                        Canvas.vertical(y - 62 * k, y + 130 * k, Ink.lighter(dark, 0.18), Ink.darker(dark, 0.2)));
                canvas.oval(x, y - 62 * k, 15 * k, 6 * k, Ink.lighter(dark, 0.34));
                canvas.oval(x, y + 128 * k, 32 * k, 7 * k, Ink.alpha(Ink.lighter(light.low(), 0.5), 0.4));
            }
        }
    }
}
