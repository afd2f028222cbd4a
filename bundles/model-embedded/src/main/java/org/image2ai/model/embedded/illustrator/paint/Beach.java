package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Extra;
import org.image2ai.model.embedded.illustrator.words.Landmark;

/** Sea behind, sand in front, a palm at the side. */
final class Beach implements Backdrop {
    private final Canvas canvas;
    private final Light light;

    Beach(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        boolean high = canvas.scene().reading().has(Landmark.MOUNTAINS);
        new Ground(canvas).range(horizon + 3, canvas.height() * (high ? 0.32 : 0.07), high ? 0.7 : 0.85, high ? 4 : 16);
        double shore = canvas.height() * 0.62;
        new Water(canvas).paint(horizon, shore + 60);
        Color sand = light.lit(0xf2d7a0, 0);
        canvas.fill(shoreline(shore - 12), Ink.alpha(Ink.lighter(light.lit(0xffffff, 0), 0.2), 0.75));
        canvas.fill(shoreline(shore - 2), Ink.alpha(Ink.darker(sand, 0.2), 0.9));
        canvas.fill(shoreline(shore + 16), Canvas.vertical(shore, canvas.height(), sand, Ink.darker(sand, 0.14)));
        grains();
        if (canvas.scene().reading().has(Extra.TREES)) {
            palms();
        }
    }

    private Path2D shoreline(double y) {
        Path2D p = new Path2D.Double();
        double w = canvas.width();
        p.moveTo(-20, y + 34);
        p.curveTo(w * 0.25, y - 22, w * 0.45, y + 40, w * 0.68, y + 6);
        p.curveTo(w * 0.8, y - 12, w * 0.92, y - 2, w + 20, y - 26);
        p.lineTo(w + 20, canvas.height() + 20);
        p.lineTo(-20, canvas.height() + 20);
        p.closePath();
        return p;
    }

    private void grains() {
        Dice dice = canvas.dice("sand");
        Color sand = light.lit(0xf2d7a0, 0);
        double top = canvas.height() * 0.68;
        for (int i = 0; i < 150 * canvas.width() / 1000; i++) {
            double y = dice.in(top, canvas.height());
            double r = dice.in(0.8, 2.4);
            Color grain = dice.chance(0.5) ? Ink.lighter(sand, 0.4) : Ink.darker(sand, 0.2);
            canvas.oval(dice.in(0, canvas.width()), y, r * 1.4, r, grain);
        }
        for (int i = 0; i < 9; i++) {
            double y = dice.in(top + 20, canvas.height());
            canvas.glow(dice.in(0, canvas.width()), y, dice.in(80, 190), 12, Ink.alpha(Ink.darker(sand, 0.25), 0.3));
        }
    }

    private void palms() {
        Dice dice = canvas.dice("palms");
        Trees trees = new Trees(canvas);
        double side = dice.chance(0.5) ? 0.07 : 0.93;
        double base = canvas.height() * 0.72;
        trees.palm(new Trees.Place(canvas.width() * side, base, canvas.height() * 0.46, 0.05), dice);
        trees.palm(
                new Trees.Place(canvas.width() * (side + (0.5 - side) * 0.2), base - 14, canvas.height() * 0.34, 0.1),
                dice);
    }
}
