package org.image2ai.model.embedded.illustrator.words;

import java.util.Optional;
import java.util.Set;

/** Two nouns in a row that name one thing: a coffee shop is a shop, a golden retriever puppy is one dog. */
final class Compound {
    private static final Set<Kind> OF_FOOD = Set.of(Kind.TREE, Kind.FURNITURE, Kind.VEHICLE, Kind.THING);
    private static final Set<Kind> LIVING = Set.of(Kind.PERSON, Kind.WALKER, Kind.FISH, Kind.BIRD, Kind.SWIMMER);

    private Compound() {}

    /** What the two name together; empty when they are two things of a list. */
    static Optional<Thing> of(Thing first, Thing second) {
        if (first.icon().equals(second.icon())) {
            return Optional.of(second);
        }
        if (first.kind() == Kind.PLANT && second.kind() == Kind.PLANT) {
            return Optional.of(first);
        }
        boolean house = second.kind() == Kind.BUILDING;
        boolean ofFood = first.kind() == Kind.FOOD && OF_FOOD.contains(second.kind());
        boolean worn = first.kind() == Kind.PERSON && second.kind() == Kind.THING;
        boolean dish = LIVING.contains(first.kind()) && second.kind() == Kind.FOOD;
        return house || ofFood || worn || dish ? Optional.of(second) : Optional.empty();
    }
}
