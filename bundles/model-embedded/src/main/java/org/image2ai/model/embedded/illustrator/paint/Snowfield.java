package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Snow to the horizon, mountains of ice behind. */
final class Snowfield implements Backdrop {
    private final Canvas canvas;
    private final Light light;

    Snowfield(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        Ground ground = new Ground(canvas);
        ground.range(horizon + 10, canvas.height() * 0.3, 0.7, 8);
        canvas.rect(0, horizon - 4, canvas.width(), 46, light.lit(0x4c9cc4, 0.45));
        floes(horizon);
        ground.hill(horizon + 34, 12, 0.3, "shelf");
        ground.near(horizon + 76, 16);
        drifts();
    }

    private void floes(double horizon) {
        Dice dice = canvas.dice("floes");
        for (int i = 0; i < 9; i++) {
            double x = dice.in(0, 1) * canvas.width();
            double y = horizon + dice.in(0, 26);
            double w = dice.in(30, 110);
            Path2D p = new Path2D.Double();
            p.moveTo(x, y);
            p.lineTo(x + w * 0.2, y - w * dice.in(0.1, 0.4));
            p.lineTo(x + w * 0.6, y - w * dice.in(0.1, 0.3));
            p.lineTo(x + w, y);
            p.closePath();
            canvas.fill(p, light.lit(0xe6f3ff, 0.4));
        }
    }

    private void drifts() {
        Dice dice = canvas.dice("drifts");
        Color shade = Ink.alpha(light.lit(0x9fbbe0, 0), 0.4);
        for (int i = 0; i < 14; i++) {
            double y = dice.in(canvas.scene().stage().far(), canvas.height());
            canvas.glow(dice.in(0, canvas.width()), y, dice.in(90, 240), 12, shade);
        }
    }

    @Override
    public void front() {
        Color snow = light.lit(0xf4f8ff, 0);
        Path2D mound = Lines.rolling(canvas, canvas.height() - 26, 14, 620, canvas.dice("mound"));
        canvas.fill(mound, Canvas.vertical(canvas.height() - 50, canvas.height(), snow, Ink.darker(snow, 0.1)));
    }
}
