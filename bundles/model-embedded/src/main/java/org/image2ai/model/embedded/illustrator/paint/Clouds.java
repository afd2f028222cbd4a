package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** High in the air: a sea of clouds below, towers of cloud in the distance. */
final class Clouds implements Backdrop {
    private final Canvas canvas;
    private final Light light;

    Clouds(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        bank("bank far", canvas.height() * 0.66, 44, 0.9);
        bank("bank middle", canvas.height() * 0.75, 70, 0.6);
        bank("bank near", canvas.height() * 0.85, 104, 0.25);
    }

    @Override
    public void front() {
        bank("bank front", canvas.height() * 0.97, 96, 0);
    }

    private void bank(String name, double y, double size, double distance) {
        Dice dice = canvas.dice(name);
        Area bank = new Area(new Rectangle2D.Double(-60, y, canvas.width() + 120, canvas.height()));
        for (double x = -size; x < canvas.width() + size; x += size * dice.in(0.5, 0.9)) {
            double r = size * dice.in(0.55, 1.1);
            double lift = dice.chance(0.22) ? size * 0.8 : 0;
            bank.add(new Area(new Ellipse2D.Double(x - r, y - r * 0.62 - lift * 0.5, r * 2, r * 1.7 + lift)));
        }
        Color white = Ink.mix(light.lit(0xffffff, 0), light.low(), 0.2 + 0.5 * distance);
        Color shade = Ink.mix(Ink.mix(light.middle(), light.haze(), 0.3), white, 0.12);
        canvas.fill(bank, Canvas.vertical(y - size * 1.1, y + size * 1.7, white, shade));
    }
}
