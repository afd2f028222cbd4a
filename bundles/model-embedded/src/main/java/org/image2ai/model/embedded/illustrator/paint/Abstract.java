package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Flowing ribbons and discs in colours that go together: a picture for words that name nothing. */
final class Abstract implements Backdrop {
    private final Canvas canvas;
    private final Dice dice;
    private final float hue;

    Abstract(Canvas canvas) {
        this.canvas = canvas;
        this.dice = canvas.dice("abstract");
        this.hue = (float) dice.in(0, 1);
    }

    private Color colour(double shift, double saturation, double brightness) {
        return Color.getHSBColor(hue + (float) shift, (float) saturation, (float) brightness);
    }

    @Override
    public void behind() {
        canvas.sky(colour(0.02, 0.5, 0.28), colour(-0.06, 0.52, 0.52), colour(-0.16, 0.42, 0.95), canvas.height());
        discs();
        int ribbons = 11;
        for (int i = 0; i < ribbons; i++) {
            ribbon(i / (double) ribbons);
        }
        sparks();
    }

    private void discs() {
        double x = canvas.width() * dice.in(0.3, 0.7);
        double y = canvas.height() * dice.in(0.24, 0.4);
        double r = dice.in(120, 190);
        canvas.glow(x, y, r * 2.6, r * 2.6, Ink.alpha(colour(-0.2, 0.35, 1), 0.5));
        canvas.fade(new Ellipse2D.Double(x - r, y - r, r * 2, r * 2), colour(-0.22, 0.3, 1), colour(-0.3, 0.62, 0.98));
        for (int i = 0; i < 4; i++) {
            double ring = r * (1.2 + i * 0.2);
            canvas.line(
                    new Ellipse2D.Double(x - ring, y - ring, ring * 2, ring * 2),
                    2,
                    Ink.alpha(Color.WHITE, 0.24 - i * 0.05));
        }
    }

    private void ribbon(double t) {
        double y = canvas.height() * (0.34 + 0.62 * t);
        double a1 = dice.in(40, 110);
        double a2 = dice.in(16, 48);
        double p1 = dice.in(0, 6.28);
        double p2 = dice.in(0, 6.28);
        double length = canvas.width() * dice.in(0.8, 1.6);
        Path2D p = new Path2D.Double();
        p.moveTo(-10, canvas.height() + 10);
        for (double x = -10; x <= canvas.width() + 10; x += 6) {
            p.lineTo(x, y + Math.sin(x / length * 6.28 + p1) * a1 + Math.sin(x / length * 15 + p2) * a2);
        }
        p.lineTo(canvas.width() + 10, canvas.height() + 10);
        p.closePath();
        Color top = colour(-0.22 + 0.3 * t, 0.42 + 0.34 * t, 0.98 - 0.42 * t);
        Color low = colour(-0.12 + 0.3 * t, 0.6 + 0.2 * t, 0.72 - 0.42 * t);
        canvas.fill(p, Canvas.vertical(y - a1, y + 330, Ink.alpha(top, 0.88), Ink.alpha(low, 0.92)));
        canvas.line(p, 1.6, Ink.alpha(Color.WHITE, 0.16));
    }

    private void sparks() {
        for (int i = 0; i < 60 * canvas.width() / 1000; i++) {
            double r = dice.in(1.5, 5);
            double x = dice.in(0, canvas.width());
            double y = dice.in(0, canvas.height());
            canvas.glow(x, y, r * 4, r * 4, Ink.alpha(Color.WHITE, 0.25));
            canvas.oval(x, y, r * 0.6, r * 0.6, Ink.alpha(Color.WHITE, 0.7));
        }
    }
}
