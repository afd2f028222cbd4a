package org.image2ai.model.embedded.illustrator.scene;

import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Setting;

/**
 * Where the ground of a setting is, in points from the top.
 *
 * @param horizon where ground or water begins
 * @param far where things stand that are far
 * @param near where things stand that are near
 * @param water where boats float; 0 where there is no water
 */
public record Stage(double horizon, double far, double near, double water) {
    private Stage(double horizon, double far, double near) {
        this(horizon, far, near, 0);
    }

    /** Where sun or moon stands, in points from the left. */
    public static double sun(Frame frame, long seed) {
        Dice dice = new Dice(seed).of("sun");
        return frame.width() * (dice.chance(0.5) ? dice.in(0.14, 0.3) : dice.in(0.7, 0.86));
    }

    static Stage of(Reading reading, Frame frame) {
        double h = frame.height();
        Setting setting = reading.setting();
        boolean boats = reading.subjects().stream().anyMatch(s -> s.thing().kind() == Kind.BOAT);
        if (boats && setting == Setting.CITY) {
            return new Stage(h * 0.6, h * 0.76, h * 0.9, h * 0.84);
        }
        return switch (setting) {
            case SEA -> new Stage(h * 0.52, h * 0.66, h * 0.8, h * 0.8);
            case BEACH -> new Stage(h * 0.46, h * 0.7, h * 0.86, h * 0.58);
            case CITY -> new Stage(h * 0.72, h * 0.8, h * 0.91);
            case ROOFTOP -> new Stage(h * 0.7, h * 0.76, h * 0.88);
            case MOUNTAINS -> new Stage(h * 0.64, h * 0.73, h * 0.88);
            case ROOM -> new Stage(h * 0.66, h * 0.74, h * 0.88);
            case TABLETOP -> new Stage(h * 0.6, h * 0.74, h * 0.84);
            case LAKE -> new Stage(h * 0.5, h * 0.84, h * 0.94, h * 0.7);
            case VILLAGE -> new Stage(h * 0.7, h * 0.78, h * 0.9);
            case CLOUDS -> new Stage(h * 0.86, h * 0.76, h * 0.86);
            case CAVE -> new Stage(h * 0.7, h * 0.76, h * 0.88);
            case STAGE -> new Stage(h * 0.7, h * 0.76, h * 0.86);
            case UNDERWATER -> new Stage(h * 0.8, h * 0.86, h * 0.93);
            case SPACE, ABSTRACT -> new Stage(h * 1.2, h * 0.6, h * 0.72);
            case MOON -> new Stage(h * 0.64, h * 0.72, h * 0.86);
            default -> new Stage(h * 0.62, h * 0.72, h * 0.87);
        };
    }
}
