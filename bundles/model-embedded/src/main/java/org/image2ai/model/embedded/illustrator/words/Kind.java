package org.image2ai.model.embedded.illustrator.words;

/** What sort of thing something is: it decides where it can be and whether it may be turned round. */
public enum Kind {
    WALKER(430),
    PERSON(480),
    BIRD(300),
    FLYER(400),
    FLOATER(300),
    SWIMMER(290),
    FISH(300),
    BOAT(580),
    VEHICLE(410),
    AIRCRAFT(380),
    CELESTIAL(320),
    BUILDING(560),
    TREE(560),
    PLANT(340),
    FURNITURE(380),
    FOOD(430),
    THING(360);

    private final double height;

    Kind(double height) {
        this.height = height;
    }

    /** How high it is drawn when it is what the picture is about, in thousandths of the shorter side. */
    public double height() {
        return height;
    }

    /** Whether it is in the air by nature. */
    public boolean aloft() {
        return this == BIRD || this == FLOATER || this == AIRCRAFT || this == CELESTIAL;
    }

    /** Whether it has a face or a front that looks better towards the middle of the picture. */
    public boolean turnable() {
        return switch (this) {
            case WALKER, BIRD, FLYER, SWIMMER, FISH, BOAT, VEHICLE, AIRCRAFT -> true;
            default -> false;
        };
    }
}
