package org.image2ai.model.embedded.illustrator.scene;

import java.util.LinkedHashMap;
import java.util.Map;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Surface;

/**
 * One thing in its place.
 *
 * @param icon its picture
 * @param kind what sort of thing it is
 * @param spot where it is
 * @param flipped whether it looks the other way than its picture
 * @param tilt in radians, clockwise
 * @param surface its colour and material
 * @param footing what it stands in or on
 */
public record Placed(
        String icon, Kind kind, Spot spot, boolean flipped, double tilt, Surface surface, Footing footing) {
    /** What a thing stands in or on. */
    public enum Footing {
        GROUND,
        WATER,
        ISLAND,
        AIR,
        THING
    }

    /**
     * A place in the frame.
     *
     * @param x its middle, in points from the left
     * @param base its feet, in points from the top
     * @param height its height in points
     * @param order things of lower order are painted first
     */
    public record Spot(double x, double base, double height, double order) {}

    /** The place as it stands in a receipt. */
    Map<String, Object> describe(Frame frame) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", rounded(spot.x() / frame.width()));
        map.put("y", rounded(spot.base() / frame.height()));
        map.put("height", rounded(spot.height() / frame.height()));
        return map;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
