package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Rockets that have burst in the sky: stars of falling sparks. */
final class Fireworks {
    private static final int[] COLOURS = {0xff5f7e, 0xffd24f, 0x5fd6ff, 0x9dff8a, 0xd98bff, 0xffa24f};
    private static final double[][] PLACES = {
        {0.3, 0.3, 1}, {0.68, 0.22, 1.15}, {0.5, 0.5, 0.7}, {0.12, 0.52, 0.6}, {0.88, 0.48, 0.75}
    };

    private final Canvas canvas;

    Fireworks(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint() {
        Dice dice = canvas.dice("fireworks");
        double sky = Math.min(canvas.scene().stage().horizon(), canvas.height() * 0.8);
        int first = dice.below(COLOURS.length);
        for (int i = 0; i < PLACES.length; i++) {
            double x = canvas.width() * (PLACES[i][0] + dice.in(-0.05, 0.05));
            double y = sky * (PLACES[i][1] + dice.in(-0.05, 0.05)) + 30;
            burst(x, y, 150 * PLACES[i][2], Ink.rgb(COLOURS[(first + i) % COLOURS.length]), dice);
        }
    }

    private void burst(double x, double y, double r, Color colour, Dice dice) {
        canvas.glow(x, y, r * 1.5, r * 1.5, Ink.alpha(colour, 0.34));
        for (int ring = 0; ring < 3; ring++) {
            int rays = 9 + ring * 7;
            double reach = r * (0.4 + 0.3 * ring);
            for (int i = 0; i < rays; i++) {
                double a = (i + dice.in(-0.2, 0.2)) * Math.PI * 2 / rays;
                spark(new double[] {x, y, a, reach * dice.in(0.85, 1.08)}, Ink.lighter(colour, 0.2 + 0.2 * (2 - ring)));
            }
        }
        canvas.glow(x, y, r * 0.3, r * 0.3, Ink.alpha(Color.WHITE, 0.9));
    }

    /** A trail that bends down, with a bright head. */
    private void spark(double[] ray, Color colour) {
        double cos = Math.cos(ray[2]);
        double sin = Math.sin(ray[2]);
        double tipX = ray[0] + cos * ray[3];
        double tipY = ray[1] + sin * ray[3] + ray[3] * 0.12;
        Path2D trail = new Path2D.Double();
        trail.moveTo(ray[0] + cos * ray[3] * 0.42, ray[1] + sin * ray[3] * 0.42);
        trail.quadTo(ray[0] + cos * ray[3] * 0.75, ray[1] + sin * ray[3] * 0.75, tipX, tipY);
        canvas.line(trail, 2.6, Ink.alpha(colour, 0.8));
        canvas.oval(tipX, tipY, 4, 4, Ink.lighter(colour, 0.5));
    }
}
