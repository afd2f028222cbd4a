package org.image2ai.model.embedded.illustrator.scene;

import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Subject;
import org.image2ai.model.embedded.illustrator.words.Surface;

/**
 * One thing that waits for its place.
 *
 * @param number the number of its subject
 * @param subject its subject
 * @param surface its own colour and material
 * @param height how high it will be, in points
 * @param footing what it will stand in or on
 */
record Item(int number, Subject subject, Surface surface, double height, Placed.Footing footing) {
    /** How much room it needs from left to right: icons are about square, people are slim. */
    double width() {
        return height * breadth(subject.thing().kind());
    }

    private static double breadth(Kind kind) {
        return switch (kind) {
            case PERSON -> 0.66;
            case TREE, PLANT -> 0.8;
            case WALKER, VEHICLE, BOAT, FURNITURE -> 1.18;
            default -> 1.08;
        };
    }

    Item scaled(double factor) {
        return new Item(number, subject, surface, height * factor, footing);
    }

    Scene.Owned at(Placed.Spot spot, boolean flipped, double tilt) {
        return at(subject.thing().icon(), spot, flipped, tilt, footing);
    }

    Scene.Owned at(String icon, Placed.Spot spot, boolean flipped, double tilt, Placed.Footing on) {
        Placed placed = new Placed(icon, subject.thing().kind(), spot, flipped, tilt, surface, on);
        return new Scene.Owned(number, placed);
    }
}
