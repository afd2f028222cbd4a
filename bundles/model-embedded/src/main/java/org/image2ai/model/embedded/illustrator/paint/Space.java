package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Kind;

/** Deep space: nebulae, stars, planets. */
final class Space implements Backdrop {
    private static final int[][] NEBULAE = {
        {0x5b2bd9, 0xd93fa8, 0x2b8bd9}, {0x1f6fd9, 0x25c9b7, 0x7a3fd9}, {0xd9542b, 0xd92b7a, 0x5b2bd9}
    };
    private static final int[][] PLANETS = {
        {0xe0784a, 0x8f3b2a}, {0x56b7c9, 0x1f4f7a}, {0xd9a94f, 0x7a4f2b}, {0x9a7bd9, 0x3f2b7a}
    };

    private final Canvas canvas;

    Space(Canvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void behind() {
        heavens();
        if (canvas.scene().things().stream().anyMatch(o -> o.placed().kind() == Kind.CELESTIAL)) {
            return;
        }
        Dice dice = canvas.dice("planets");
        double side = dice.chance(0.5) ? 0.14 : 0.86;
        planet(canvas.width() * side, canvas.height() * dice.in(0.76, 0.9), dice.in(150, 210), dice);
        planet(
                canvas.width() * (1 - side) + dice.in(-40, 40),
                canvas.height() * dice.in(0.14, 0.24),
                dice.in(46, 74),
                dice);
    }

    /** Darkness, nebulae and stars; the Moon's sky too. */
    void heavens() {
        canvas.sky(Ink.rgb(0x05051a), Ink.rgb(0x0d0f33), Ink.rgb(0x1b1547), canvas.height());
        Dice dice = canvas.dice("nebula");
        int[] colours = NEBULAE[dice.below(NEBULAE.length)];
        double slope = dice.in(-0.5, 0.5);
        for (int i = 0; i < 34; i++) {
            double t = dice.in(-0.1, 1.1);
            double x = canvas.width() * t;
            double y = canvas.height() * (0.45 + slope * (t - 0.5)) + dice.in(-1, 1) * canvas.height() * 0.16;
            Color colour = Ink.rgb(colours[dice.below(colours.length)]);
            canvas.glow(x, y, dice.in(90, 260), dice.in(60, 170), Ink.alpha(colour, dice.in(0.05, 0.15)));
        }
        new Sky(canvas).stars(canvas.height(), 210);
    }

    private void planet(double x, double y, double r, Dice dice) {
        int[] colours = PLANETS[dice.below(PLANETS.length)];
        Color day = Ink.rgb(colours[0]);
        Color dark = Ink.rgb(colours[1]);
        canvas.glow(x, y, r * 1.35, r * 1.35, Ink.alpha(day, 0.35));
        Ellipse2D ball = new Ellipse2D.Double(x - r, y - r, r * 2, r * 2);
        canvas.fill(ball, day);
        var clip = canvas.graphics().getClip();
        canvas.graphics().clip(ball);
        for (int i = 0; i < 6; i++) {
            double band = y - r + r * 2 * (i + dice.in(0.2, 0.8)) / 6;
            canvas.oval(
                    x, band, r * 1.3, r * dice.in(0.05, 0.13), Ink.alpha(Ink.mix(day, dark, dice.in(0.2, 0.7)), 0.6));
        }
        canvas.graphics().setClip(clip);
        Area shadow = new Area(ball);
        shadow.subtract(new Area(new Ellipse2D.Double(x - r * 1.5, y - r * 1.4, r * 2.1, r * 2.1)));
        canvas.fill(shadow, Ink.alpha(Ink.rgb(0x070720), 0.5));
        if (r > 100 || dice.chance(0.5)) {
            ring(x, y, r, Ink.lighter(day, 0.4));
        }
    }

    private void ring(double x, double y, double r, Color colour) {
        AffineTransform before = canvas.graphics().getTransform();
        canvas.graphics().translate(x, y);
        canvas.graphics().rotate(-0.34);
        for (int i = 0; i < 3; i++) {
            double rx = r * (1.45 + i * 0.17);
            canvas.line(
                    new Arc2D.Double(-rx, -rx * 0.24, rx * 2, rx * 0.48, 152, 236, Arc2D.OPEN),
                    r * 0.07,
                    Ink.alpha(colour, 0.8 - i * 0.2));
        }
        canvas.graphics().setTransform(before);
    }
}
