package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** The surface of the Moon, with the Earth in its sky. */
final class Moon implements Backdrop {
    private final Canvas canvas;

    Moon(Canvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void behind() {
        new Space(canvas).heavens();
        Dice dice = canvas.dice("earth");
        earth(canvas.width() * (dice.chance(0.5) ? 0.2 : 0.8), canvas.height() * 0.22, 104);
        double horizon = canvas.scene().stage().horizon();
        land("moon far", horizon - 14, 40, 0x7d7f96);
        land("moon middle", horizon + 26, 24, 0x9a9bb0);
        land("moon near", horizon + 70, 14, 0xb9bac9);
        craters(horizon + 60);
    }

    private void earth(double x, double y, double r) {
        canvas.glow(x, y, r * 1.7, r * 1.7, Ink.alpha(Ink.rgb(0x5bb8ff), 0.5));
        Ellipse2D ball = new Ellipse2D.Double(x - r, y - r, r * 2, r * 2);
        canvas.fill(ball, Ink.rgb(0x2b86d9));
        Area land = new Area();
        double[][] blobs = {
            {-0.4, -0.4, 0.42, 0.3},
            {-0.2, -0.1, 0.25, 0.32},
            {0.45, 0.1, 0.34, 0.42},
            {0.1, 0.6, 0.4, 0.2},
            {0.5, -0.6, 0.3, 0.2}
        };
        for (double[] b : blobs) {
            land.add(new Area(
                    new Ellipse2D.Double(x + (b[0] - b[2]) * r, y + (b[1] - b[3]) * r, b[2] * 2 * r, b[3] * 2 * r)));
        }
        land.intersect(new Area(ball));
        canvas.fill(land, Ink.rgb(0x4fb56b));
        var clip = canvas.graphics().getClip();
        canvas.graphics().clip(ball);
        double[][] clouds = {{-0.3, -0.65, 0.5}, {0.3, -0.2, 0.45}, {-0.45, 0.35, 0.4}, {0.3, 0.75, 0.35}};
        for (double[] c : clouds) {
            canvas.oval(x + c[0] * r, y + c[1] * r, c[2] * r, 0.08 * r, new Color(255, 255, 255, 190));
        }
        canvas.graphics().setClip(clip);
        Area shadow = new Area(ball);
        shadow.subtract(new Area(new Ellipse2D.Double(x - r * 1.45, y - r * 1.35, r * 2.15, r * 2.15)));
        canvas.fill(shadow, Ink.alpha(Ink.rgb(0x050520), 0.5));
    }

    private void land(String name, double y, double amplitude, int grey) {
        Path2D land = Lines.rolling(canvas, y, amplitude, canvas.width() * 0.8, canvas.dice(name));
        Color colour = Ink.rgb(grey);
        canvas.fill(land, Canvas.vertical(y - amplitude, y + 260, Ink.lighter(colour, 0.2), Ink.darker(colour, 0.25)));
    }

    private void craters(double top) {
        Dice dice = canvas.dice("craters");
        for (int i = 0; i < 26 * canvas.width() / 1000; i++) {
            double t = Math.sqrt((i + 0.5) / 26);
            double y = top + 24 + (canvas.height() - top) * Math.min(1, t);
            double rx = (16 + 60 * t) * dice.in(0.5, 1.2);
            double ry = rx * 0.3;
            double x = dice.in(0, canvas.width());
            canvas.oval(x, y, rx, ry, Ink.rgb(0xd4d5e2));
            canvas.oval(x, y + ry * 0.16, rx * 0.9, ry * 0.84, Ink.rgb(0x8c8da3));
            canvas.oval(x, y + ry * 0.36, rx * 0.74, ry * 0.6, Ink.rgb(0xa3a4b8));
        }
    }
}
