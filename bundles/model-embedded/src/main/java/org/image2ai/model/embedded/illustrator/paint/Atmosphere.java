package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Set;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Mood;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Weather;

/** What is in the air: snow, rain, fog, lightning, fireflies, confetti. */
final class Atmosphere {
    private static final Set<Setting> SHELTERED =
            Set.of(Setting.ROOM, Setting.TABLETOP, Setting.UNDERWATER, Setting.SPACE, Setting.MOON);
    private static final int[] CONFETTI = {0xff5f7e, 0xffc94f, 0x4fd6a8, 0x5fa8ff, 0xc98bff};

    private final Canvas canvas;
    private final Reading reading;

    Atmosphere(Canvas canvas) {
        this.canvas = canvas;
        this.reading = canvas.scene().reading();
    }

    /** What is seen behind the things. */
    void behind() {
        if (sheltered()) {
            return;
        }
        if (reading.weather() == Weather.STORM) {
            bolt();
        }
        if (reading.weather() == Weather.FOG || reading.mood() == Mood.SPOOKY) {
            fog("fog behind", canvas.scene().stage().horizon(), 0.36);
        }
        if (reading.weather() == Weather.SNOW) {
            snow("snow behind", 150, 1, 3.4);
        }
    }

    /** What is seen in front of the things. */
    void front() {
        if (!sheltered()) {
            switch (reading.weather()) {
                case SNOW -> {
                    snow("snow", 90, 2.6, 6);
                    snow("snow near", 16, 7, 13);
                }
                case RAIN -> rain(260);
                case STORM -> rain(330);
                case FOG -> fog("fog front", canvas.scene().stage().near(), 0.3);
                default -> {
                    // Clear air.
                }
            }
        }
        switch (reading.mood()) {
            case MAGICAL -> lights(0xfff0a8, 46);
            case SPOOKY -> fog("mist", canvas.height() * 0.95, 0.3);
            case FESTIVE -> confetti();
            default -> {
                // Nothing of its own.
            }
        }
    }

    private boolean sheltered() {
        return SHELTERED.contains(reading.setting());
    }

    private void snow(String name, int count, double small, double large) {
        Dice dice = canvas.dice(name);
        double area = canvas.width() * canvas.height() / 1_000_000;
        for (int i = 0; i < count * area; i++) {
            double r = dice.in(small, large);
            double x = dice.in(0, canvas.width());
            double y = dice.in(0, canvas.height());
            if (r > 4) {
                canvas.glow(x, y, r * 1.5, r * 1.5, Ink.alpha(Color.WHITE, 0.85));
            } else {
                canvas.oval(x, y, r, r, Ink.alpha(Color.WHITE, dice.in(0.5, 0.95)));
            }
        }
    }

    private void rain(int count) {
        Dice dice = canvas.dice("rain");
        double area = canvas.width() * canvas.height() / 1_000_000;
        for (int i = 0; i < count * area; i++) {
            double x = dice.in(-60, canvas.width() + 60);
            double y = dice.in(-40, canvas.height());
            double length = dice.in(18, 58);
            Path2D drop = new Path2D.Double();
            drop.moveTo(x, y);
            drop.lineTo(x - length * 0.24, y + length);
            canvas.line(drop, dice.in(0.9, 2.1), Ink.alpha(Ink.rgb(0xdcecff), dice.in(0.18, 0.5)));
        }
    }

    private void fog(String name, double y, double strength) {
        Dice dice = canvas.dice(name);
        Color haze = Ink.lighter(canvas.light().haze(), 0.4);
        for (int i = 0; i < 9; i++) {
            double x = canvas.width() * dice.in(-0.1, 1.1);
            double rx = canvas.width() * dice.in(0.3, 0.55);
            canvas.glow(x, y + dice.in(-70, 50), rx, dice.in(40, 90), Ink.alpha(haze, strength * dice.in(0.6, 1)));
        }
    }

    private void bolt() {
        Dice dice = canvas.dice("bolt");
        double x = canvas.width() * (dice.chance(0.5) ? dice.in(0.12, 0.3) : dice.in(0.7, 0.88));
        double bottom = canvas.scene().stage().horizon();
        canvas.glow(x, bottom * 0.4, 330, 420, Ink.alpha(Ink.rgb(0xdfe6ff), 0.4));
        Path2D bolt = new Path2D.Double();
        bolt.moveTo(x, -10);
        Path2D twig = new Path2D.Double();
        double y = 0;
        while (y < bottom * 0.96) {
            y += dice.in(26, 60);
            x += dice.in(-34, 34);
            bolt.lineTo(x, Math.min(y, bottom));
            if (dice.chance(0.3)) {
                twig.moveTo(x, y);
                twig.lineTo(x + dice.in(-70, 70), y + dice.in(30, 70));
            }
        }
        canvas.line(bolt, 11, Ink.alpha(Ink.rgb(0xbfcaff), 0.35));
        canvas.line(twig, 2, Ink.alpha(Color.WHITE, 0.7));
        canvas.line(bolt, 3.6, Color.WHITE);
    }

    private void lights(int colour, int count) {
        Dice dice = canvas.dice("lights");
        for (int i = 0; i < count * canvas.width() / 1000; i++) {
            double x = dice.in(0, canvas.width());
            double y = dice.in(canvas.height() * 0.2, canvas.height());
            double r = dice.in(2, 5);
            canvas.glow(x, y, r * 6, r * 6, Ink.alpha(Ink.rgb(colour), 0.5));
            canvas.oval(x, y, r * 0.7, r * 0.7, Ink.rgb(0xfffbe0));
        }
    }

    private void confetti() {
        Dice dice = canvas.dice("confetti");
        for (int i = 0; i < 120 * canvas.width() / 1000; i++) {
            var before = canvas.graphics().getTransform();
            canvas.graphics().translate(dice.in(0, canvas.width()), dice.in(0, canvas.height()));
            canvas.graphics().rotate(dice.in(0, 3.1));
            canvas.rect(-5, -3, dice.in(7, 13), dice.in(4, 8), Ink.rgb(CONFETTI[dice.below(CONFETTI.length)]));
            canvas.graphics().setTransform(before);
        }
    }
}
