package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a scene plays when the words do not say. */
final class Guess {
    private static final Map<Setting, Set<String>> HOMES = Map.ofEntries(
            Map.entry(Setting.SNOWFIELD, Set.of("penguin", "polar-bear~sitting", "mammoth", "seal")),
            Map.entry(
                    Setting.FOREST,
                    Set.of("fox~sitting", "bear~sitting", "wolf~sitting", "deer", "owl", "moose", "fire")),
            Map.entry(
                    Setting.JUNGLE,
                    Set.of(
                            "gorilla",
                            "monkey",
                            "parrot",
                            "sloth",
                            "orangutan",
                            "tiger",
                            "panda~sitting",
                            "tiger-face~sitting")),
            Map.entry(Setting.DESERT, Set.of("camel", "two-hump-camel", "cactus", "scorpion", "snake")),
            Map.entry(
                    Setting.SAVANNA,
                    Set.of("lion~sitting", "elephant", "giraffe", "zebra", "rhinoceros", "hippopotamus", "leopard")),
            Map.entry(Setting.MOUNTAINS, Set.of("skier", "snowboarder", "goat", "llama", "locomotive", "ram")),
            Map.entry(
                    Setting.STAGE,
                    Set.of(
                            "singer~standing",
                            "microphone",
                            "woman-dancing",
                            "man-dancing",
                            "drum",
                            "saxophone",
                            "clown-face~standing")),
            Map.entry(Setting.MEADOW, Set.of("signboard", "umbrella", "tent", "kite", "telescope")),
            Map.entry(
                    Setting.CITY,
                    Set.of("tokyo-tower", "statue-of-liberty", "office-building", "hotel", "bank", "hospital")),
            Map.entry(Setting.CLOUDS, Set.of("airplane", "helicopter")),
            Map.entry(Setting.CLIFF, Set.of("lighthouse")),
            Map.entry(Setting.SPACE, Set.of("rocket", "satellite", "astronaut~standing", "comet")),
            Map.entry(
                    Setting.BEACH,
                    Set.of("umbrella-on-ground", "sandcastle", "palm-tree", "crab", "spiral-shell", "flamingo")));

    private static final String LILY_PAD = "lily-pad";
    private static final String BENCH = "park-bench";

    private Guess() {}

    static Setting setting(List<Subject> subjects, boolean anythingElse) {
        boolean outdoors =
                subjects.stream().map(s -> s.thing().kind()).anyMatch(k -> k == Kind.BUILDING || k == Kind.TREE);
        if (subjects.isEmpty()) {
            return anythingElse ? Setting.MEADOW : Setting.ABSTRACT;
        }
        Thing first = subjects.get(0).thing();
        if (subjects.stream().anyMatch(s -> s.thing().kind() == Kind.BOAT)) {
            return Setting.SEA;
        }
        if (subjects.stream()
                .anyMatch(s ->
                        s.thing().kind() == Kind.FURNITURE && !s.thing().icon().equals(BENCH))) {
            return Setting.ROOM;
        }
        if (subjects.stream().anyMatch(s -> s.thing().icon().equals(LILY_PAD))) {
            return Setting.LAKE;
        }
        Setting special = special(first.icon());
        if (special != null) {
            return special;
        }
        if (subjects.get(0).aloft() && first.kind() != Kind.CELESTIAL && !outdoors && first.height() > 1) {
            return first.kind() == Kind.FISH || first.kind() == Kind.PERSON ? Setting.CLOUDS : byKind(first);
        }
        if (outdoors && (first.kind() == Kind.THING || first.kind() == Kind.FOOD)) {
            return Setting.MEADOW;
        }
        boolean potted = first.kind() == Kind.PLANT && subjects.get(0).relation() == Relation.IN;
        return potted ? Setting.TABLETOP : byKind(first);
    }

    private static Setting byKind(Thing first) {
        return switch (first.kind()) {
            case FISH -> Setting.UNDERWATER;
            case SWIMMER -> Setting.LAKE;
            case VEHICLE -> Setting.CITY;
            case FOOD, THING -> Setting.TABLETOP;
            case CELESTIAL -> first.icon().startsWith("rainbow") ? Setting.MEADOW : Setting.SPACE;
            default -> Setting.MEADOW;
        };
    }

    private static Setting special(String icon) {
        return HOMES.entrySet().stream()
                .filter(home -> home.getValue().contains(icon))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
