package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.scene.Stage;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Extra;
import org.image2ai.model.embedded.illustrator.words.Mood;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Weather;

/** The sky: colours, stars, sun or moon, clouds, northern lights. */
final class Sky {
    private final Canvas canvas;
    private final Reading reading;
    private final Light light;
    private final double horizon;

    Sky(Canvas canvas) {
        this.canvas = canvas;
        this.reading = canvas.scene().reading();
        this.light = canvas.light();
        this.horizon = canvas.scene().stage().horizon();
    }

    void paint() {
        canvas.sky(light.top(), light.middle(), light.low(), horizon);
        boolean open = reading.weather() == Weather.CLEAR || reading.weather() == Weather.SNOW;
        boolean night = reading.time() == DayTime.NIGHT;
        if (night && open && reading.has(Extra.STARS)) {
            stars(horizon, 190);
        }
        if (reading.mood() == Mood.AURORA || night && open && reading.setting() == Setting.SNOWFIELD) {
            aurora();
        }
        boolean covered = reading.weather() == Weather.STORM || reading.weather() == Weather.RAIN;
        if (!covered && reading.has(Extra.SUN)) {
            body();
        }
        if (reading.has(Extra.CLOUDS)) {
            clouds();
        }
    }

    /** Stars, most of them small, the lower the fewer. */
    void stars(double bottom, int count) {
        Dice dice = canvas.dice("stars");
        double area = canvas.width() * bottom / 600_000;
        for (int i = 0; i < count * area; i++) {
            double y = bottom * Math.pow(dice.in(0, 1), 1.4);
            double size = dice.chance(0.06) ? dice.in(2.2, 3.4) : dice.in(0.6, 1.7);
            double x = dice.in(0, canvas.width());
            Color colour = Ink.mix(Color.WHITE, Ink.rgb(dice.chance(0.5) ? 0xbcd2ff : 0xffe9c2), dice.in(0, 1));
            canvas.oval(x, y, size, size, Ink.alpha(colour, dice.in(0.45, 1)));
            if (size > 2.1) {
                canvas.glow(x, y, size * 7, size * 7, Ink.alpha(colour, 0.3));
            }
        }
    }

    /** Where sun or moon stands, so that water can mirror it. */
    static double sunX(Canvas canvas) {
        return Stage.sun(canvas.frame(), canvas.scene().seed());
    }

    private void body() {
        double x = sunX(canvas);
        double y =
                switch (reading.time()) {
                    case DAY -> horizon * 0.2;
                    case NIGHT -> horizon * 0.27;
                    default -> horizon * 0.8;
                };
        double r = reading.time() == DayTime.NIGHT ? 52 : 58;
        double reach = reading.time() == DayTime.DAY ? 300 : 430;
        canvas.glow(x, y, reach, reach, Ink.alpha(light.sun(), reading.time() == DayTime.NIGHT ? 0.34 : 0.62));
        canvas.glow(x, y, r * 2.2, r * 2.2, Ink.alpha(light.sun(), 0.5));
        if (reading.mood() == Mood.NEON) {
            neonSun(canvas.width() / 2, horizon * 0.72);
        } else {
            canvas.oval(x, y, r, r, Ink.lighter(light.sun(), 0.35));
        }
        if (reading.time() == DayTime.NIGHT && reading.mood() != Mood.NEON) {
            craters(x, y, r);
        }
    }

    private void craters(double x, double y, double r) {
        Color shade = Ink.alpha(Ink.rgb(0x9a9272), 0.22);
        double[][] spots = {{-0.35, -0.2, 0.2}, {0.3, 0.15, 0.26}, {-0.1, 0.45, 0.14}, {0.2, -0.5, 0.13}};
        for (double[] s : spots) {
            canvas.oval(x + s[0] * r, y + s[1] * r, s[2] * r, s[2] * r, shade);
        }
    }

    private void neonSun(double x, double y) {
        double r = 190;
        Area sun = new Area(new Ellipse2D.Double(x - r, y - r, r * 2, r * 2));
        for (int i = 0; i < 7; i++) {
            double h = 4 + i * 3.2;
            sun.subtract(new Area(new RoundRectangle2D.Double(x - r, y - 10 + i * 30, r * 2, h, 0, 0)));
        }
        canvas.fade(sun, Ink.rgb(0xffe66b), Ink.rgb(0xff2d95));
    }

    private void clouds() {
        Dice dice = canvas.dice("clouds");
        int heavy = reading.weather() == Weather.CLEAR || reading.weather() == Weather.SNOW ? 0 : 6;
        int count = (int) Math.round((3 + dice.below(3) + heavy) * canvas.width() / 1000);
        boolean night = reading.time() == DayTime.NIGHT;
        Color base = night ? Ink.mix(light.middle(), light.low(), 0.6) : Ink.mix(Color.WHITE, light.low(), 0.35);
        if (reading.weather() == Weather.STORM) {
            base = Ink.mix(light.top(), light.low(), 0.3);
        }
        for (int i = 0; i < count; i++) {
            double y = dice.in(0.06, heavy > 0 ? 0.5 : 0.62) * horizon;
            double size = dice.in(70, 150) * (1.15 - y / horizon) * (heavy > 0 ? 1.5 : 1);
            Color colour = Ink.alpha(base, night ? 0.5 : heavy > 0 ? 0.82 : 0.86);
            cloud(dice.in(-0.05, 1.05) * canvas.width(), y, size, colour);
        }
    }

    private void cloud(double x, double y, double size, Color colour) {
        Dice dice = canvas.dice("cloud" + (int) x);
        Area cloud = new Area(new RoundRectangle2D.Double(
                x - size * 1.25, y - size * 0.2, size * 2.5, size * 0.4, size * 0.4, size * 0.4));
        for (int i = 0; i < 4; i++) {
            double r = size * dice.in(0.26, 0.46) * (i == 1 || i == 2 ? 1.15 : 0.85);
            double cx = x + (i - 1.5) * size * 0.5 + dice.in(-0.08, 0.08) * size;
            cloud.add(new Area(new Ellipse2D.Double(cx - r, y - size * 0.12 - r, r * 2, r * 2)));
        }
        cloud.intersect(new Area(new Rectangle2D.Double(x - size * 2, y - size * 2, size * 4, size * 2.2)));
        canvas.fade(cloud, Ink.lighter(colour, 0.15), Ink.alpha(colour, colour.getAlpha() / 255.0 * 0.45));
    }

    private void aurora() {
        Dice dice = canvas.dice("aurora");
        int[] colours = {0x3dffb0, 0x48e0ff, 0xb06bff};
        for (int band = 0; band < 3; band++) {
            double y = horizon * dice.in(0.22, 0.5);
            double phase = dice.in(0, 6.28);
            double length = canvas.width() * dice.in(0.5, 0.9);
            for (double x = -20; x < canvas.width() + 20; x += 7) {
                double top = y + Math.sin(x / length * 6.28 + phase) * 60;
                double tall = 150 + 60 * Math.sin(x / 47 + phase) + 30 * Math.sin(x / 13.0);
                double strength = 0.1 + 0.07 * Math.sin(x / 90 + phase * 2);
                Color colour = Ink.rgb(colours[band]);
                ray(x, top - tall, top, Ink.alpha(colour, Math.max(0.02, strength)));
            }
        }
    }

    private void ray(double x, double top, double bottom, Color colour) {
        Path2D strip = new Path2D.Double();
        strip.moveTo(x, top);
        strip.lineTo(x + 14, top);
        strip.lineTo(x + 11, bottom + 60);
        strip.lineTo(x - 3, bottom + 60);
        strip.closePath();
        Color none = Ink.alpha(colour, 0);
        canvas.fill(
                strip,
                new LinearGradientPaint(
                        new Point2D.Double(0, top),
                        new Point2D.Double(0, bottom + 60),
                        new float[] {0f, 0.72f, 1f},
                        new Color[] {none, colour, none}));
    }
}
