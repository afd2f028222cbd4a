package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Extra;
import org.image2ai.model.embedded.illustrator.words.Landmark;

/** A still lake that mirrors mountains and woods, seen from its grassy bank. */
final class Lake implements Backdrop {
    private final Canvas canvas;
    private final Light light;
    private final Trees trees;
    private final Ground ground;

    Lake(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.trees = new Trees(canvas);
        this.ground = new Ground(canvas);
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double shore = canvas.scene().stage().horizon();
        ground.range(shore + 4, canvas.height() * 0.4, 0.78, 4);
        canvas.glow(canvas.width() / 2, shore, canvas.width() * 0.8, 90, Ink.alpha(light.haze(), 0.4));
        ground.range(shore + 10, canvas.height() * 0.22, 0.52, 8);
        banks(shore);
        mirror(shore + 6);
        if (canvas.scene().reading().snowy()) {
            scratches(shore);
        } else {
            ripples(shore);
        }
        if (!canvas.scene().reading().has(Landmark.PIER)) {
            bank();
        }
    }

    private void banks(double shore) {
        Dice dice = canvas.dice("banks");
        Color far = light.lit(ground.grass(), 0.42);
        canvas.fill(Lines.rolling(canvas, shore - 6, 6, 500, dice), Ink.darker(far, 0.2));
        if (!canvas.scene().reading().has(Extra.TREES)) {
            return;
        }
        for (double x = -20; x < canvas.width() + 20; x += dice.in(9, 30)) {
            double edge = Math.abs(x / canvas.width() - 0.5) * 2;
            double h = dice.in(34, 66) * (0.6 + 0.9 * edge);
            Trees.Place at = new Trees.Place(x, shore + 4, h, 0.42 - 0.14 * edge);
            if (dice.chance(0.72)) {
                trees.fir(at, dice);
            } else {
                trees.leafy(at, dice);
            }
        }
    }

    /** What is above the shore, upside down, in the colour of the water. */
    private void mirror(double shore) {
        BufferedImage image = canvas.image();
        int line = (int) (shore * canvas.pixels());
        BufferedImage above = new BufferedImage(image.getWidth(), line, BufferedImage.TYPE_INT_RGB);
        Graphics2D copy = above.createGraphics();
        copy.drawImage(image, 0, 0, null);
        copy.dispose();
        Graphics2D g = canvas.graphics();
        AffineTransform before = g.getTransform();
        g.setTransform(new AffineTransform(1, 0, 0, -0.82, 0, line * 1.82));
        g.drawImage(above, 0, 0, null);
        g.setTransform(before);
        boolean ice = canvas.scene().reading().snowy();
        Color own = new Water(canvas).colour(0.3);
        Color water = ice ? Ink.mix(own, light.lit(0xe6f3fb, 0.1), 0.72) : own;
        canvas.rect(
                0,
                shore,
                canvas.width(),
                canvas.height() - shore,
                Canvas.vertical(
                        shore,
                        canvas.height(),
                        Ink.alpha(water, ice ? 0.62 : 0.28),
                        Ink.alpha(water, ice ? 0.92 : 0.8)));
    }

    private void ripples(double shore) {
        Dice dice = canvas.dice("ripples");
        Color bright = Ink.lighter(light.low(), 0.4);
        for (int i = 0; i < 70 * canvas.width() / 1000; i++) {
            double t = dice.in(0, 1);
            double y = shore + 8 + (canvas.height() - shore) * 0.7 * t * t;
            canvas.oval(
                    dice.in(0, canvas.width()), y, dice.in(20, 90) * (0.4 + t), 0.8 + 1.4 * t, Ink.alpha(bright, 0.22));
        }
    }

    /** What skates leave on ice. */
    private void scratches(double shore) {
        Dice dice = canvas.dice("scratches");
        Color white = Ink.alpha(Color.WHITE, 0.5);
        for (int i = 0; i < 26 * canvas.width() / 1000; i++) {
            double t = dice.in(0, 1);
            double x = dice.in(0, canvas.width());
            double y = shore + 14 + (canvas.scene().stage().far() - shore) * t;
            double length = dice.in(40, 160) * (0.3 + t);
            Path2D scratch = new Path2D.Double();
            scratch.moveTo(x, y);
            scratch.quadTo(x + length * 0.5, y + dice.in(-12, 12) * t, x + length, y + dice.in(-6, 6) * t);
            canvas.line(scratch, 0.8 + 1.6 * t, white);
        }
    }

    private void bank() {
        double y = canvas.scene().stage().far() + 2;
        Dice dice = canvas.dice("bank");
        Path2D shore = Lines.rolling(canvas, y, 14, canvas.width() * 1.1, dice);
        Color grass = light.lit(ground.grass(), 0.04);
        canvas.line(shore, 12, Ink.alpha(Ink.lighter(light.low(), 0.5), 0.3));
        canvas.fill(shore, Canvas.vertical(y - 14, y + 260, Ink.lighter(grass, 0.06), Ink.darker(grass, 0.24)));
        for (int i = 0; i < 60 * canvas.width() / 1000; i++) {
            double t = Math.sqrt((i + 0.5) / 60);
            double base = y + 14 + (canvas.height() - y) * Math.min(1, t);
            trees.tuft(new Trees.Place(dice.in(0, canvas.width()), base, 12 + 20 * t, 0.08), dice);
        }
    }

    @Override
    public void front() {
        if (canvas.scene().reading().has(Landmark.PIER)) {
            return;
        }
        Dice dice = canvas.dice("reeds");
        for (int i = 0; i < 26; i++) {
            double side = i % 2 == 0 ? dice.in(-0.02, 0.2) : dice.in(0.8, 1.02);
            reed(canvas.width() * side, canvas.height() + 10, dice.in(110, 230), dice);
        }
    }

    private void reed(double x, double base, double h, Dice dice) {
        Color green = light.lit(canvas.scene().reading().snowy() ? 0x9aa88a : 0x3f7a45, 0);
        double lean = dice.in(-26, 26);
        Path2D p = new Path2D.Double();
        p.moveTo(x, base);
        p.quadTo(x, base - h * 0.6, x + lean, base - h);
        canvas.line(p, 4.5, Ink.darker(green, dice.in(0.1, 0.4)));
        if (dice.chance(0.4)) {
            Path2D head = new Path2D.Double();
            head.moveTo(x + lean * 0.85, base - h * 0.95);
            head.lineTo(x + lean * 1.1, base - h * 1.12);
            canvas.line(head, 11, light.lit(0x6d4526, 0));
        }
    }
}
