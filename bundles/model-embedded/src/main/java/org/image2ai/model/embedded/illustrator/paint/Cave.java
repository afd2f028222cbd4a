package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** A cavern: a way out to the sky in the distance, crystals that glow, rock above and below. */
final class Cave implements Backdrop {
    private static final int[] CRYSTALS = {0x58e0ff, 0xb07bff, 0x6bffc8, 0xff7bd0};

    private final Canvas canvas;
    private final Light light;

    Cave(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        double h = canvas.height();
        double w = canvas.width();
        canvas.sky(Ink.rgb(0x3b3364), Ink.rgb(0x6a5aa6), Ink.rgb(0x54478a), h);
        canvas.glow(w / 2, h * 0.5, w * 0.6, h * 0.5, Ink.alpha(Ink.mix(light.low(), Ink.rgb(0x7a66c0), 0.6), 0.6));
        ring("wall far", 0.36, 0x45396b);
        crystals("crystals far", h * 0.69, 70, 7, 0.35);
        ring("wall middle", 0.46, 0x352b56);
        floor(h * 0.7);
        crystals("crystals near", h * 0.8, 130, 6, 0.08);
    }

    /** Rock all around an opening: teeth from above, humps at the sides. */
    private void ring(String name, double open, int rock) {
        Dice dice = canvas.dice(name);
        double w = canvas.width();
        double h = canvas.height();
        Path2D p = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        p.append(new java.awt.geom.Rectangle2D.Double(-20, -20, w + 40, h + 40), false);
        int points = 64;
        for (int i = 0; i <= points; i++) {
            double a = i * Math.PI * 2 / points;
            boolean above = Math.sin(a) < -0.1;
            double tooth = i % 2 == 0 ? dice.in(0.94, 1.06) : above ? dice.in(0.74, 1.04) : dice.in(0.93, 1.02);
            double x = w / 2 + Math.cos(a) * w * open * tooth * 1.04;
            double y = h * 0.52 + Math.sin(a) * h * open * tooth;
            if (i == 0) {
                p.moveTo(x, y);
            } else {
                p.lineTo(x, y);
            }
        }
        p.closePath();
        canvas.fill(p, Canvas.vertical(0, h, Ink.darker(Ink.rgb(rock), 0.4), Ink.rgb(rock)));
    }

    private void floor(double y) {
        Dice dice = canvas.dice("floor");
        Path2D floor = Lines.rolling(canvas, y + 20, 16, canvas.width() * 0.6, dice);
        canvas.fill(floor, Canvas.vertical(y, canvas.height(), Ink.rgb(0x5a4c82), Ink.rgb(0x241d3c)));
        canvas.glow(
                canvas.width() / 2,
                canvas.scene().stage().near(),
                canvas.width() * 0.44,
                120,
                Ink.alpha(Ink.rgb(0xa58be0), 0.45));
    }

    private void crystals(String name, double base, double size, int count, double inner) {
        Dice dice = canvas.dice(name);
        for (int i = 0; i < count; i++) {
            double side = i % 2 == 0 ? -1 : 1;
            double x = canvas.width() * (0.5 + side * dice.in(inner + 0.14, 0.48));
            Color colour = Ink.rgb(CRYSTALS[dice.below(CRYSTALS.length)]);
            double h = size * dice.in(0.6, 1.2);
            canvas.glow(x, base - h * 0.4, h * 1.5, h * 1.3, Ink.alpha(colour, 0.42));
            for (int k = -1; k <= 1; k++) {
                crystal(x + k * h * 0.2, base + dice.in(0, 24), h * (k == 0 ? 1 : 0.62), k * 0.3, colour);
            }
        }
    }

    private void crystal(double x, double base, double h, double lean, Color colour) {
        double w = h * 0.17;
        double tx = x + lean * h;
        Path2D left = new Path2D.Double();
        left.moveTo(x - w, base);
        left.lineTo(tx - w, base - h * 0.74);
        left.lineTo(tx, base - h);
        left.lineTo(x, base + 6);
        left.closePath();
        Path2D right = new Path2D.Double();
        right.moveTo(x, base + 6);
        right.lineTo(tx, base - h);
        right.lineTo(tx + w, base - h * 0.7);
        right.lineTo(x + w, base);
        right.closePath();
        canvas.fade(left, Ink.lighter(colour, 0.5), Ink.darker(colour, 0.2));
        canvas.fade(right, Ink.lighter(colour, 0.1), Ink.darker(colour, 0.5));
    }

    @Override
    public void front() {
        ring("wall near", 0.56, 0x1c1630);
    }
}
