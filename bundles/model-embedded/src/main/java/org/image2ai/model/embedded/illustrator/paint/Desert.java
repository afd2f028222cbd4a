package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Extra;

/** Mesas on the horizon, dunes before them, cacti. */
final class Desert implements Backdrop {
    private final Canvas canvas;
    private final Light light;

    Desert(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        mesas(horizon);
        dune(horizon - 12, 0.62, 0xe0a35c, "dune far");
        dune(horizon + 36, 0.36, 0xe7ae66, "dune middle");
        if (canvas.scene().reading().has(Extra.TREES)) {
            cacti(horizon + 60);
        }
        dune(horizon + 88, 0.08, 0xeeb970, "dune near");
        double near = canvas.scene().stage().near();
        Color pool = Ink.alpha(Ink.lighter(light.lit(0xf4c988, 0), 0.3), 0.5);
        canvas.glow(canvas.width() / 2, near, canvas.width() * 0.45, 110, pool);
        ripples();
    }

    private void mesas(double horizon) {
        Dice dice = canvas.dice("mesas");
        Color rock = light.lit(0xb5603c, 0.6);
        for (int i = 0; i < 4; i++) {
            double x = canvas.width() * dice.in(-0.05, 0.95);
            double w = dice.in(90, 240);
            double h = dice.in(60, 170);
            Path2D p = new Path2D.Double();
            p.moveTo(x - w * 0.25, horizon + 30);
            p.lineTo(x, horizon - h * 0.55);
            p.lineTo(x + w * 0.06, horizon - h);
            p.lineTo(x + w * 0.9, horizon - h);
            p.lineTo(x + w, horizon - h * 0.5);
            p.lineTo(x + w * 1.3, horizon + 30);
            p.closePath();
            canvas.fill(p, Canvas.vertical(horizon - h, horizon + 30, rock, Ink.mix(rock, light.haze(), 0.5)));
            canvas.rect(x + w * 0.08, horizon - h * 0.78, w * 0.8, 5, Ink.alpha(Ink.darker(rock, 0.25), 0.4));
        }
    }

    private void dune(double y, double distance, int sand, String name) {
        Dice dice = canvas.dice(name);
        Path2D dune = Lines.rolling(canvas, y, 34, canvas.width() * dice.in(0.8, 1.4), dice);
        Color colour = light.lit(sand, distance);
        canvas.fill(dune, Canvas.vertical(y - 34, y + 230, Ink.lighter(colour, 0.12), Ink.darker(colour, 0.2)));
    }

    private void cacti(double y) {
        Dice dice = canvas.dice("cacti");
        for (int i = 0; i < 5; i++) {
            double x = canvas.width() * (i % 2 == 0 ? dice.in(0.02, 0.3) : dice.in(0.7, 0.98));
            cactus(x, y + dice.in(-10, 60), dice.in(70, 160), light.lit(0x3f8f55, 0.2));
        }
    }

    private void cactus(double x, double base, double h, Color green) {
        double w = h * 0.16;
        Path2D stem = new Path2D.Double();
        stem.moveTo(x, base);
        stem.lineTo(x, base - h);
        Path2D arms = new Path2D.Double();
        arms.moveTo(x, base - h * 0.38);
        arms.curveTo(x - h * 0.3, base - h * 0.38, x - h * 0.3, base - h * 0.4, x - h * 0.3, base - h * 0.7);
        arms.moveTo(x, base - h * 0.5);
        arms.curveTo(x + h * 0.27, base - h * 0.5, x + h * 0.27, base - h * 0.5, x + h * 0.27, base - h * 0.82);
        canvas.line(arms, w * 0.72, Ink.darker(green, 0.1));
        canvas.line(stem, w, green);
        stem.transform(AffineTransform.getTranslateInstance(-w * 0.2, 0));
        canvas.line(stem, w * 0.16, Ink.lighter(green, 0.25));
    }

    private void ripples() {
        Dice dice = canvas.dice("ripples");
        Color dark = Ink.alpha(light.lit(0xb97f3f, 0), 0.28);
        for (int i = 0; i < 16; i++) {
            double y = dice.in(canvas.scene().stage().far() + 20, canvas.height());
            double x = dice.in(-0.1, 0.9) * canvas.width();
            Path2D p = new Path2D.Double();
            p.moveTo(x, y);
            p.quadTo(x + 60, y - 12, x + 130, y);
            p.quadTo(x + 190, y + 10, x + 250, y);
            canvas.line(p, 2.4, dark);
        }
    }
}
