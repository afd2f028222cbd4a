package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Set;

/** Where a scene plays when the words do not say. */
final class Guess {
    private static final Set<String> ARCTIC = Set.of("penguin", "polar-bear~sitting", "mammoth", "seal", "skier");
    private static final Set<String> WILD =
            Set.of("fox~sitting", "bear~sitting", "wolf~sitting", "deer", "owl", "moose");
    private static final Set<String> TROPICAL =
            Set.of("gorilla", "monkey", "parrot", "sloth", "orangutan", "tiger", "panda~sitting", "tiger-face~sitting");
    private static final Set<String> DRY = Set.of("camel", "two-hump-camel", "cactus", "scorpion", "lion~sitting");
    private static final Set<String> ORBIT = Set.of("rocket", "satellite", "astronaut~standing", "comet");
    private static final Set<String> SHORE = Set.of("palm-tree", "crab", "spiral-shell", "seal", "flamingo");

    private Guess() {}

    static Setting setting(List<Subject> subjects, boolean anythingElse) {
        if (subjects.isEmpty()) {
            return anythingElse ? Setting.MEADOW : Setting.ABSTRACT;
        }
        Thing first = subjects.get(0).thing();
        if (subjects.stream().anyMatch(s -> s.thing().kind() == Kind.BOAT)) {
            return Setting.SEA;
        }
        if (subjects.stream().anyMatch(s -> s.thing().kind() == Kind.FURNITURE)) {
            return Setting.ROOM;
        }
        Setting special = special(first.icon());
        if (special != null) {
            return special;
        }
        boolean potted = first.kind() == Kind.PLANT && subjects.get(0).relation() == Relation.IN;
        return potted ? Setting.TABLETOP : byKind(first);
    }

    private static Setting byKind(Thing first) {
        return switch (first.kind()) {
            case FISH -> Setting.UNDERWATER;
            case SWIMMER -> Setting.SEA;
            case VEHICLE -> Setting.CITY;
            case FOOD, THING -> Setting.TABLETOP;
            case CELESTIAL -> first.icon().equals("rainbow") ? Setting.MEADOW : Setting.SPACE;
            default -> Setting.MEADOW;
        };
    }

    private static Setting special(String icon) {
        if (ARCTIC.contains(icon)) {
            return Setting.SNOWFIELD;
        }
        if (WILD.contains(icon)) {
            return Setting.FOREST;
        }
        if (TROPICAL.contains(icon)) {
            return Setting.JUNGLE;
        }
        if (DRY.contains(icon)) {
            return Setting.DESERT;
        }
        if (ORBIT.contains(icon)) {
            return Setting.SPACE;
        }
        return SHORE.contains(icon) ? Setting.BEACH : null;
    }
}
