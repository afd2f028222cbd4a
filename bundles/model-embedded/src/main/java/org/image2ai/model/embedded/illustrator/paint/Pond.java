package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** A pond from above: stones around it, rings on the water, lily pads at its edges, over the fish. */
final class Pond implements Backdrop {
    private final Canvas canvas;
    private final Light light;

    Pond(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        double w = canvas.width();
        double h = canvas.height();
        Color shallow = light.lit(0x5fc0b8, 0);
        Color deep = light.lit(0x14606e, 0);
        canvas.rect(0, 0, w, h, Canvas.vertical(0, h, Ink.mix(shallow, light.middle(), 0.25), deep));
        canvas.glow(w * 0.5, h * 0.46, w * 0.6, h * 0.55, Ink.alpha(Ink.lighter(shallow, 0.25), 0.55));
        Dice dice = canvas.dice("pond");
        for (int i = 0; i < 26 * w / 1000; i++) {
            double r = dice.in(14, 44);
            canvas.oval(dice.in(0, w), dice.in(0, h), r * 1.3, r, Ink.alpha(light.lit(0x2c5f5a, 0), 0.22));
        }
        Color bright = Ink.alpha(Ink.lighter(light.low(), 0.5), 0.3);
        for (int i = 0; i < 5; i++) {
            double x = dice.in(0.12, 0.88) * w;
            double y = dice.in(0.12, 0.88) * h;
            double r = dice.in(30, 70);
            canvas.line(new Ellipse2D.Double(x - r, y - r * 0.8, r * 2, r * 1.6), 2, bright);
            canvas.line(new Ellipse2D.Double(x - r * 0.6, y - r * 0.48, r * 1.2, r * 0.96), 1.6, bright);
        }
    }

    @Override
    public void front() {
        Dice dice = canvas.dice("rim");
        double w = canvas.width();
        double h = canvas.height();
        double[][] corners = {{0.03, 0.12}, {0.97, 0.86}, {0.95, 0.1}, {0.06, 0.93}};
        for (double[] corner : corners) {
            for (int i = 0; i < 3; i++) {
                double x = w * corner[0] + dice.in(-90, 90);
                double y = h * corner[1] + dice.in(-80, 80);
                pad(x, y, dice.in(46, 84), i == 0, dice);
            }
        }
        stones(dice, -8);
        stones(dice, h + 8);
    }

    private void pad(double x, double y, double r, boolean blooms, Dice dice) {
        Color green = light.lit(Ink.mix(Ink.rgb(0x3f8f4a), Ink.rgb(0x74b65a), dice.in(0, 1)), 0);
        double notch = dice.in(0, 360);
        canvas.oval(x + 6, y + 10, r, r * 0.84, Ink.alpha(Ink.rgb(0x06323a), 0.3));
        canvas.fill(new Arc2D.Double(x - r, y - r * 0.84, r * 2, r * 1.68, notch, 326, Arc2D.PIE), green);
        for (int i = 0; i < 7; i++) {
            double a = Math.toRadians(-notch - 20 - i * 45);
            Path2D vein = new Path2D.Double();
            vein.moveTo(x, y);
            vein.lineTo(x + Math.cos(a) * r * 0.86, y + Math.sin(a) * r * 0.72);
            canvas.line(vein, 1.8, Ink.alpha(Ink.lighter(green, 0.4), 0.5));
        }
        if (blooms) {
            bloom(x, y, r * 0.62);
        }
    }

    private void bloom(double x, double y, double r) {
        Color petal = light.lit(0xff9ec4, 0);
        for (int ring = 0; ring < 2; ring++) {
            for (int i = 0; i < 8; i++) {
                double a = (i + ring * 0.5) * Math.PI / 4;
                double k = r * (1 - ring * 0.36);
                Path2D p = new Path2D.Double();
                p.moveTo(x, y);
                p.quadTo(
                        x + Math.cos(a - 0.5) * k * 0.8,
                        y + Math.sin(a - 0.5) * k * 0.7,
                        x + Math.cos(a) * k,
                        y + Math.sin(a) * k * 0.86);
                p.quadTo(x + Math.cos(a + 0.5) * k * 0.8, y + Math.sin(a + 0.5) * k * 0.7, x, y);
                canvas.fill(p, Ink.lighter(petal, ring * 0.45 + i % 2 * 0.12));
            }
        }
        canvas.oval(x, y, r * 0.2, r * 0.18, light.lit(0xffd24a, 0));
    }

    private void stones(Dice dice, double y) {
        for (double x = -10; x < canvas.width() + 40; ) {
            double r = dice.in(38, 66);
            Color stone = light.lit(Ink.mix(Ink.rgb(0x8f8d88), Ink.rgb(0xb5ac9f), dice.in(0, 1)), 0);
            canvas.oval(x + 4, y + 8, r, r * 0.74, Ink.alpha(Ink.rgb(0x06323a), 0.3));
            canvas.oval(x, y, r, r * 0.72, Ink.darker(stone, 0.14));
            canvas.oval(x - r * 0.08, y - r * 0.08, r * 0.84, r * 0.56, stone);
            x += r * 1.5;
        }
    }
}
