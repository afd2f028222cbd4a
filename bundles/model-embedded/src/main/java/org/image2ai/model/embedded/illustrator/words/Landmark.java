package org.image2ai.model.embedded.illustrator.words;

import java.util.Locale;

/** What belongs to the place itself and is no thing in it: it is painted with the place, and things stand on it. */
public enum Landmark {
    /** Mountains behind what is the place. */
    MOUNTAINS,
    /** The sea, or another water, behind what is the place. */
    WATER,
    ROAD,
    PATH,
    PIER,
    /** A branch that reaches into the picture, for what sits on it. */
    BRANCH,
    FENCE,
    /** A fence that the things are behind. */
    NEAR_FENCE,
    /** A low wall, for what is on it. */
    LOW_WALL,
    /** The top of a fence, for what is on it. */
    LOW_FENCE,
    /** Ivy that covers a wall. */
    IVY,
    FIREWORKS,
    /** Stalls along the street. */
    MARKET;

    /** Whether the things are high above the ground on it. */
    public boolean perch() {
        return this == BRANCH || this == LOW_WALL || this == LOW_FENCE;
    }

    /** What it is to things that stand so to it: a fence may be before them, or they on it. */
    Landmark to(Relation relation, boolean sitting) {
        if (this != FENCE) {
            return this;
        }
        return relation == Relation.BEHIND ? NEAR_FENCE : relation == Relation.ON && sitting ? LOW_FENCE : FENCE;
    }

    /** Where it is when the words do not say. */
    Setting home() {
        return switch (this) {
            case PIER -> Setting.LAKE;
            case MARKET -> Setting.VILLAGE;
            case FIREWORKS -> Setting.CITY;
            default -> Setting.MEADOW;
        };
    }

    /** The name in receipts: {@code low-wall}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
