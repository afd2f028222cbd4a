package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Weather;

/** Open water: colour, glitter and waves. */
final class Water {
    private final Canvas canvas;
    private final Light light;
    private final boolean rough;

    Water(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.rough = canvas.scene().reading().weather() == Weather.STORM;
    }

    /** Water mirrors the sky: what is above it where it is near, the middle of the sky where it is far. */
    Color colour(double distance) {
        Color deep = light.lit(rough ? 0x2b5568 : 0x1f86b5, 0);
        return Ink.mix(Ink.mix(deep, light.top(), 0.25), Ink.mix(deep, light.middle(), 0.58), distance);
    }

    /** Water from the horizon to a line. */
    void paint(double horizon, double bottom) {
        canvas.rect(
                0, horizon, canvas.width(), bottom - horizon, Canvas.vertical(horizon, bottom, colour(1), colour(0)));
        glitter(horizon, bottom);
        int rows = 9;
        for (int i = 0; i < rows; i++) {
            double t = (i + 1.0) / (rows + 1);
            double y = horizon + (bottom - horizon) * t * t;
            wave("wave" + i, y, t);
        }
    }

    /** One row of waves, t from 0 at the horizon to 1 in front. */
    void wave(String name, double y, double t) {
        Dice dice = canvas.dice(name);
        double amplitude = (rough ? 46 : 9) * t + 1;
        Path2D wave = Lines.waves(canvas, y, amplitude, (rough ? 230 : 130) * t + 40, dice);
        Color colour = Ink.mix(colour(1 - t), Ink.rgb(0x0b3a5c), 0.05 + 0.1 * dice.in(0, 1));
        Color top = Ink.alpha(Ink.lighter(colour, rough ? 0.2 : 0.12), 0.7);
        canvas.fill(
                wave, Canvas.vertical(y - amplitude, y + 60 + 110 * t, top, Ink.alpha(Ink.darker(colour, 0.3), 0.55)));
        Color crest = Ink.alpha(Ink.lighter(colour, rough ? 0.66 : 0.42), 0.2 + 0.4 * t);
        canvas.line(wave, 1 + (rough ? 4.6 : 1.6) * t, crest);
    }

    private void glitter(double horizon, double bottom) {
        if (rough) {
            return;
        }
        Dice dice = canvas.dice("glitter");
        double x = Sky.sunX(canvas);
        boolean strong = canvas.scene().reading().time() != DayTime.DAY;
        for (int i = 0; i < 90; i++) {
            double t = dice.in(0, 1);
            double y = horizon + (bottom - horizon) * t;
            double spread = 24 + 120 * t;
            double w = dice.in(8, 34) * (0.4 + t);
            double cx = x + dice.in(-spread, spread);
            canvas.oval(cx, y, w, 1 + 2 * t, Ink.alpha(light.sun(), strong ? 0.5 : 0.32));
        }
    }
}
