package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;

/** Under the sea: light from above, a reef below, weed and bubbles. */
final class Underwater implements Backdrop {
    private static final int[] CORALS = {0xff6f7d, 0xff9a4f, 0xc96bff, 0xffc94f, 0xff5fae};

    private final Canvas canvas;
    private final boolean dark;

    Underwater(Canvas canvas) {
        this.canvas = canvas;
        this.dark = canvas.scene().reading().time() == DayTime.NIGHT;
    }

    private Color deep(int colour) {
        return dark ? Ink.times(Ink.rgb(colour), 0.45, 0.5, 0.68) : Ink.rgb(colour);
    }

    @Override
    public void behind() {
        canvas.sky(deep(0x8fe9e6), deep(0x2ba5c9), deep(0x0c4f8c), canvas.height());
        rays();
        rocks("reef far", canvas.height() * 0.74, 0.62);
        rocks("reef middle", canvas.height() * 0.8, 0.36);
        seabed();
        Dice dice = canvas.dice("corals");
        double y = canvas.scene().stage().horizon();
        for (int i = 0; i < 11 * canvas.width() / 1000; i++) {
            double x = dice.in(0, canvas.width());
            coral(x, y + dice.in(10, 60), dice.in(50, 120), dice);
        }
        weeds("weeds", y + 40, 9, 0.25);
        bubbles();
    }

    private void rays() {
        Dice dice = canvas.dice("rays");
        for (int i = 0; i < 8; i++) {
            double x = canvas.width() * dice.in(-0.05, 1);
            double w = dice.in(30, 100);
            Path2D ray = new Path2D.Double();
            ray.moveTo(x, -10);
            ray.lineTo(x + w, -10);
            ray.lineTo(x + w * 2.4 - 160, canvas.height() * 0.85);
            ray.lineTo(x - 230, canvas.height() * 0.85);
            ray.closePath();
            canvas.fade(ray, Ink.alpha(Color.WHITE, dark ? 0.1 : 0.22), Ink.alpha(Color.WHITE, 0));
        }
    }

    private void rocks(String name, double y, double distance) {
        Dice dice = canvas.dice(name);
        Color rock = Ink.mix(deep(0x24557f), deep(0x2b93bd), distance);
        for (double x = -60; x < canvas.width() + 60; x += dice.in(60, 150)) {
            double edge = 0.5 + Math.abs(x / canvas.width() - 0.5);
            canvas.oval(x, y + 80, dice.in(60, 130), dice.in(90, 210) * edge, rock);
        }
    }

    private void seabed() {
        double y = canvas.scene().stage().horizon();
        Path2D sand = Lines.rolling(canvas, y, 16, canvas.width() * 0.8, canvas.dice("seabed"));
        Color near = Ink.mix(deep(0xf0d9a4), deep(0x2b93bd), 0.28);
        canvas.fill(sand, Canvas.vertical(y, canvas.height(), Ink.mix(near, deep(0x2b93bd), 0.4), near));
        Dice dice = canvas.dice("caustics");
        for (int i = 0; i < 46; i++) {
            double cy = dice.in(y + 26, canvas.height());
            Ellipse2D net = new Ellipse2D.Double(dice.in(-40, canvas.width()), cy, dice.in(50, 130), dice.in(10, 26));
            canvas.line(net, 2, Ink.alpha(Color.WHITE, 0.13));
        }
    }

    private void coral(double x, double base, double size, Dice dice) {
        Color colour = Ink.mix(deep(CORALS[dice.below(CORALS.length)]), deep(0x2b93bd), 0.06);
        if (dice.chance(0.35)) {
            canvas.oval(x, base - size * 0.2, size * 0.5, size * 0.36, colour);
            for (int i = 0; i < 5; i++) {
                canvas.oval(
                        x + (i - 2) * size * 0.16,
                        base - size * 0.3,
                        size * 0.035,
                        size * 0.1,
                        Ink.darker(colour, 0.2));
            }
            return;
        }
        branch(x, base, -Math.PI / 2, size * 0.42, new Twig(4, colour, dice));
    }

    private record Twig(int depth, Color colour, Dice dice) {}

    private void branch(double x, double y, double angle, double length, Twig twig) {
        double tx = x + Math.cos(angle) * length;
        double ty = y + Math.sin(angle) * length;
        Path2D p = new Path2D.Double();
        p.moveTo(x, y);
        p.lineTo(tx, ty);
        canvas.line(p, 2.6 + twig.depth() * 2.6, twig.colour());
        if (twig.depth() > 1) {
            Twig next = new Twig(twig.depth() - 1, twig.colour(), twig.dice());
            branch(tx, ty, angle - twig.dice().in(0.25, 0.6), length * 0.72, next);
            branch(tx, ty, angle + twig.dice().in(0.25, 0.6), length * 0.72, next);
        }
    }

    private void weeds(String name, double base, int count, double distance) {
        Dice dice = canvas.dice(name);
        for (int i = 0; i < count; i++) {
            double x = canvas.width() * (i % 2 == 0 ? dice.in(0, 0.28) : dice.in(0.72, 1));
            double h = dice.in(120, 300) * (1.1 - distance);
            Color green = Ink.mix(deep(dice.chance(0.5) ? 0x2f9e6b : 0x1f7f6f), deep(0x0c5f8c), distance);
            Path2D weed = new Path2D.Double();
            weed.moveTo(x, base);
            double bend = dice.in(14, 30) * (dice.chance(0.5) ? 1 : -1);
            weed.curveTo(x + bend * 2, base - h * 0.33, x - bend * 2, base - h * 0.66, x + bend, base - h);
            canvas.line(weed, dice.in(9, 17) * (1.15 - distance), green);
        }
    }

    private void bubbles() {
        Dice dice = canvas.dice("bubbles");
        for (int i = 0; i < 44; i++) {
            double r = dice.in(2, 13);
            double x = dice.in(0, canvas.width());
            double y = dice.in(0, canvas.height() * 0.9);
            canvas.oval(x, y, r, r, Ink.alpha(Color.WHITE, 0.16));
            canvas.line(new Ellipse2D.Double(x - r, y - r, r * 2, r * 2), 1.3, Ink.alpha(Color.WHITE, 0.5));
            canvas.oval(x - r * 0.35, y - r * 0.35, r * 0.22, r * 0.22, Ink.alpha(Color.WHITE, 0.8));
        }
    }

    @Override
    public void front() {
        weeds("front", canvas.height() + 20, 6, 0);
        canvas.rect(0, 0, canvas.width(), canvas.height(), Ink.alpha(deep(0x1b86b5), 0.07));
    }
}
