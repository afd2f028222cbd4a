package org.image2ai.model.embedded.illustrator.scene;

import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Setting;

/**
 * Where the ground of a setting is, in points from the top.
 *
 * @param horizon where ground or water begins
 * @param far where things stand that are far
 * @param near where things stand that are near
 * @param water where boats float; 0 where there is no water
 * @param strip the part of the ground on which things may stand
 */
public record Stage(double horizon, double far, double near, double water, Strip strip) {
    private static final Strip TABLE = new Strip(0.5, 0.82, false);
    private static final Strip PLANKS = new Strip(0.5, 0.5, false);
    private static final Strip BESIDE_PIER = new Strip(0.19, 0.36, false);
    private static final Strip EDGE = new Strip(0.5, 0.84, true);
    private static final double OF_CLIFF = 0.56;

    private Stage(double horizon, double far, double near, double water) {
        this(horizon, far, near, water, Strip.WHOLE);
    }

    private Stage(double horizon, double far, double near) {
        this(horizon, far, near, 0);
    }

    /** Where sun or moon stands, in points from the left. */
    public static double sun(Frame frame, long seed) {
        Dice dice = new Dice(seed).of("sun");
        return frame.width() * (dice.chance(0.5) ? dice.in(0.14, 0.3) : dice.in(0.7, 0.86));
    }

    /** Whether the land of a cliff is on the left: sun or moon are over the sea. */
    public static boolean landLeft(Frame frame, long seed) {
        return sun(frame, seed) > frame.width() / 2;
    }

    /** Where boats may be. */
    Strip waters(Reading reading) {
        if (reading.has(Landmark.PIER)) {
            return BESIDE_PIER;
        }
        return reading.setting() == Setting.CLIFF
                ? new Strip(strip.middle() < 0.5 ? 0.82 : 0.18, 0.3, false)
                : Strip.WHOLE;
    }

    static Stage of(Reading reading, Frame frame, long seed) {
        double h = frame.height();
        Stage stage = of(reading, h);
        if (reading.perched()) {
            return new Stage(stage.horizon, h * 0.66, h * 0.66, 0, EDGE);
        }
        if (reading.has(Landmark.PIER)) {
            return new Stage(h * 0.5, h * 0.78, h * 0.86, h * 0.74, PLANKS);
        }
        if (reading.setting() == Setting.CLIFF) {
            double middle = landLeft(frame, seed) ? OF_CLIFF / 2 + 0.02 : 1 - OF_CLIFF / 2 - 0.02;
            return new Stage(stage.horizon, stage.far, stage.near, stage.water, new Strip(middle, OF_CLIFF, false));
        }
        return stage;
    }

    private static Stage of(Reading reading, double h) {
        Setting setting = reading.setting();
        boolean boats = reading.subjects().stream().anyMatch(s -> s.thing().kind() == Kind.BOAT);
        boolean floods = reading.has(Landmark.WATER)
                && reading.subjects().stream()
                        .allMatch(s -> s.aloft() || s.thing().kind() == Kind.BOAT);
        if ((boats || floods) && setting == Setting.CITY) {
            return new Stage(h * 0.6, h * 0.76, h * 0.9, h * 0.84);
        }
        return switch (setting) {
            case SEA -> new Stage(h * 0.52, h * 0.66, h * 0.8, h * 0.8);
            case BEACH -> new Stage(h * 0.46, h * 0.7, h * 0.86, h * 0.58);
            case CITY -> new Stage(h * 0.72, h * 0.8, h * 0.91);
            case ROOFTOP -> new Stage(h * 0.7, h * 0.76, h * 0.88);
            case MOUNTAINS -> new Stage(h * 0.64, h * 0.73, h * 0.88);
            case ROOM -> new Stage(h * 0.66, h * 0.74, h * 0.88);
            case TABLETOP -> new Stage(h * 0.6, h * 0.74, h * 0.84, 0, TABLE);
            case LAKE -> new Stage(h * 0.5, h * 0.84, h * 0.94, h * 0.7);
            case VILLAGE -> new Stage(h * 0.7, h * 0.78, h * 0.9);
            case CLOUDS -> new Stage(h * 0.86, h * 0.76, h * 0.86);
            case CAVE -> new Stage(h * 0.7, h * 0.76, h * 0.88);
            case STAGE -> new Stage(h * 0.7, h * 0.76, h * 0.86);
            case UNDERWATER -> new Stage(h * 0.8, h * 0.86, h * 0.93);
            case SPACE, ABSTRACT -> new Stage(h * 1.2, h * 0.6, h * 0.72);
            case MOON -> new Stage(h * 0.64, h * 0.72, h * 0.86);
            case CLIFF -> new Stage(h * 0.5, h * 0.73, h * 0.82, h * 0.66);
            case WALL -> new Stage(h * 0.74, h * 0.8, h * 0.9);
            case POND -> new Stage(h * 0.02, h * 0.7, h * 0.86);
            default -> new Stage(h * 0.62, h * 0.72, h * 0.87);
        };
    }
}
