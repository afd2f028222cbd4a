package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** A stage with curtains, beams of light and a glossy floor. */
final class Show implements Backdrop {
    private static final int[] BEAMS = {0xff5fc0, 0x5fb8ff, 0xffd75f, 0x9d7bff};
    private static final int[] VELVETS = {0x9c1f3a, 0x5a2a8c, 0x1f4f8c, 0x0f6b5f};

    private final Canvas canvas;
    private final Color velvet;

    Show(Canvas canvas) {
        this.canvas = canvas;
        this.velvet = Ink.rgb(VELVETS[canvas.dice("velvet").below(VELVETS.length)]);
    }

    @Override
    public void behind() {
        double h = canvas.height();
        double floor = canvas.scene().stage().horizon();
        canvas.sky(Ink.rgb(0x120a26), Ink.rgb(0x2a1650), Ink.rgb(0x4a2a7a), floor);
        Dice dice = canvas.dice("bokeh");
        for (int i = 0; i < 60 * canvas.width() / 1000; i++) {
            double r = dice.in(3, 22);
            Color spot = Ink.rgb(BEAMS[dice.below(BEAMS.length)]);
            canvas.oval(
                    dice.in(0, canvas.width()), dice.in(h * 0.1, floor), r, r, Ink.alpha(spot, dice.in(0.06, 0.26)));
        }
        canvas.rect(
                0, floor, canvas.width(), h - floor, Canvas.vertical(floor, h, Ink.rgb(0x3a2160), Ink.rgb(0x150b2a)));
        beams(floor);
        canvas.rect(0, floor - 2, canvas.width(), 5, Ink.alpha(Ink.rgb(0xffe0ff), 0.35));
        double near = canvas.scene().stage().near();
        canvas.oval(
                canvas.width() / 2, near, Math.min(canvas.width() * 0.4, 430), 66, Ink.alpha(Ink.rgb(0xfff1d6), 0.3));
        canvas.glow(
                canvas.width() / 2, near, Math.min(canvas.width() * 0.5, 560), 110, Ink.alpha(Ink.rgb(0xffe6c0), 0.5));
    }

    private void beams(double floor) {
        double near = canvas.scene().stage().near();
        for (int i = 0; i < 5; i++) {
            double x = canvas.width() * (0.1 + 0.2 * i);
            double target = canvas.width() / 2 + (i - 2) * 70;
            Path2D beam = new Path2D.Double();
            beam.moveTo(x - 9, 0);
            beam.lineTo(x + 9, 0);
            beam.lineTo(target + 190, near);
            beam.lineTo(target - 190, near);
            beam.closePath();
            Color light = Ink.rgb(i == 2 ? 0xfff4dc : BEAMS[i % BEAMS.length]);
            canvas.fade(beam, Ink.alpha(light, i == 2 ? 0.5 : 0.34), Ink.alpha(light, 0.02));
        }
    }

    @Override
    public void front() {
        curtain(0, 1);
        curtain(canvas.width(), -1);
        valance();
    }

    private void curtain(double edge, int inward) {
        double w = Math.min(150, canvas.width() * 0.13);
        int folds = 5;
        for (int i = folds - 1; i >= 0; i--) {
            double from = edge + inward * w * i / folds;
            double to = edge + inward * w * (i + 1.25) / folds;
            Path2D fold = new Path2D.Double();
            fold.moveTo(from, 0);
            fold.lineTo(to, 0);
            fold.quadTo(to + inward * 14, canvas.height() * 0.6, to - inward * 22 * i / folds, canvas.height() * 0.96);
            fold.lineTo(from, canvas.height() * 0.96);
            fold.closePath();
            canvas.fade(fold, Ink.darker(velvet, i % 2 == 0 ? 0.1 : 0.3), Ink.darker(velvet, 0.45));
        }
    }

    private void valance() {
        double h = canvas.height() * 0.075;
        int waves = (int) Math.max(5, canvas.width() / 130);
        double w = canvas.width() / waves;
        for (int i = 0; i < waves; i++) {
            Path2D p = new Path2D.Double();
            p.moveTo(i * w - 1, -5);
            p.lineTo((i + 1) * w + 1, -5);
            p.lineTo((i + 1) * w + 1, h * 0.6);
            p.quadTo((i + 0.5) * w, h * 1.5, i * w - 1, h * 0.6);
            p.closePath();
            canvas.fade(p, Ink.darker(velvet, 0.3), velvet);
            canvas.line(p, 3, Ink.alpha(Ink.rgb(0xffd275), 0.7));
        }
    }
}
