package org.image2ai.model.embedded.illustrator.paint;

import static org.image2ai.model.embedded.illustrator.paint.Ink.mix;
import static org.image2ai.model.embedded.illustrator.paint.Ink.rgb;

import java.awt.Color;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Mood;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Weather;

/**
 * The light of a scene: time of day, weather and mood as colours. Everything painted asks it how its own colour looks,
 * near and far, so that all of a picture belongs together.
 *
 * @param top the sky above
 * @param middle the sky between
 * @param low the sky at the horizon
 * @param haze what distance fades into
 * @param sun the colour of sun or moon
 * @param ambient what the light leaves of white
 * @param thick how fast distance fades, 0 to 1
 */
record Light(Color top, Color middle, Color low, Color haze, Color sun, Color ambient, double thick) {
    static Light of(Reading reading) {
        Light light = time(reading.time());
        light = weather(light, reading.weather(), reading.time() == DayTime.NIGHT);
        return mood(light, reading.mood());
    }

    /** How a material looks at a distance from 0 (here) to 1 (the horizon). */
    Color lit(Color material, double distance) {
        Color near =
                Ink.times(material, ambient.getRed() / 255.0, ambient.getGreen() / 255.0, ambient.getBlue() / 255.0);
        return Ink.alpha(mix(near, haze, distance * thick), material.getAlpha() / 255.0);
    }

    Color lit(int material, double distance) {
        return lit(rgb(material), distance);
    }

    private static Light time(DayTime time) {
        return switch (time) {
            case DAY -> of(new int[] {0x3d96ea, 0x8accfa, 0xdff3ff, 0xcfe8fa, 0xfff6cf, 0xffffff}, 0.8);
            case DAWN -> of(new int[] {0x6b8bd6, 0xf0b2c0, 0xffe2b4, 0xf5d0c6, 0xfff0c0, 0xfff0e6}, 0.85);
            case SUNSET -> of(new int[] {0x43307e, 0xd8557e, 0xffb65a, 0xf08f74, 0xffe08a, 0xf2c4b4}, 0.85);
            case NIGHT -> of(new int[] {0x080d2b, 0x17265c, 0x3f5796, 0x2b4079, 0xf6f1d5, 0x7590cf}, 0.85);
        };
    }

    private static Light of(int[] c, double thick) {
        return new Light(rgb(c[0]), rgb(c[1]), rgb(c[2]), rgb(c[3]), rgb(c[4]), rgb(c[5]), thick);
    }

    private static Light weather(Light light, Weather weather, boolean night) {
        return switch (weather) {
            case STORM -> light.towards(rgb(night ? 0x141b2e : 0x46505f), 0.66).dimmed(0.78);
            case RAIN -> light.towards(rgb(night ? 0x1c2740 : 0x8394a6), 0.5).dimmed(0.88);
            case CLOUDY -> light.towards(rgb(night ? 0x222d4a : 0xa9bccb), 0.35).dimmed(0.95);
            case SNOW -> light.towards(rgb(night ? 0x2a3c70 : 0xc6d7e6), night ? 0.2 : 0.45);
            case FOG -> light.towards(light.haze, 0.5).thicker();
            case CLEAR -> light;
        };
    }

    private static Light mood(Light light, Mood mood) {
        return switch (mood) {
            case NEON -> of(new int[] {0x0d0126, 0x4c0a78, 0xff4aa0, 0x7a1f93, 0x59f3ff, 0x9a86e0}, 0.8);
            case SPOOKY -> light.towards(rgb(0x4a3488), 0.5).tinted(new Color(0.94f, 0.97f, 1f));
            case MAGICAL -> light.towards(rgb(0x8a5fd0), 0.22).tinted(new Color(0.97f, 0.92f, 1f));
            case WARM -> light.towards(rgb(0xffb27a), 0.18).tinted(new Color(1f, 0.95f, 0.86f));
            case FESTIVE, PLAIN, AURORA -> light;
        };
    }

    private Light towards(Color colour, double t) {
        return new Light(
                mix(top, colour, t),
                mix(middle, colour, t),
                mix(low, Ink.lighter(colour, 0.25), t),
                mix(haze, Ink.lighter(colour, 0.15), t),
                mix(sun, colour, t * 0.5),
                ambient,
                thick);
    }

    private Light dimmed(double k) {
        return new Light(top, middle, low, haze, sun, Ink.times(ambient, k, k, k), thick);
    }

    private Light tinted(Color tint) {
        Color tinted = Ink.times(ambient, tint.getRed() / 255.0, tint.getGreen() / 255.0, tint.getBlue() / 255.0);
        return new Light(top, middle, low, haze, sun, tinted, thick);
    }

    private Light thicker() {
        return new Light(top, middle, low, haze, sun, ambient, 1);
    }
}
