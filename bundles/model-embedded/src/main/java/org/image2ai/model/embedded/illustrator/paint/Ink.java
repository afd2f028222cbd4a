package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;

/** Arithmetic on colours. */
final class Ink {
    private Ink() {}

    static Color rgb(int rgb) {
        return new Color(rgb);
    }

    /** Between two colours: all of the first at 0, all of the second at 1. */
    static Color mix(Color from, Color to, double t) {
        double k = Math.max(0, Math.min(1, t));
        return new Color(
                clamp(from.getRed() + (to.getRed() - from.getRed()) * k),
                clamp(from.getGreen() + (to.getGreen() - from.getGreen()) * k),
                clamp(from.getBlue() + (to.getBlue() - from.getBlue()) * k),
                clamp(from.getAlpha() + (to.getAlpha() - from.getAlpha()) * k));
    }

    static Color alpha(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), clamp(alpha * 255));
    }

    static Color times(Color colour, double red, double green, double blue) {
        return new Color(
                clamp(colour.getRed() * red),
                clamp(colour.getGreen() * green),
                clamp(colour.getBlue() * blue),
                colour.getAlpha());
    }

    static Color darker(Color colour, double amount) {
        return times(colour, 1 - amount, 1 - amount, 1 - amount * 0.8);
    }

    static Color lighter(Color colour, double amount) {
        return mix(colour, Color.WHITE, amount);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
