package org.image2ai.model.embedded.illustrator.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Material;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Relation;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Subject;

/** Gives every subject its place: rows on the ground, groups in the air or the water, riders on their mounts. */
public final class Composer {
    private static final Set<Kind> BACK_ROW = Set.of(Kind.BUILDING, Kind.TREE);
    private static final Set<Kind> OF_WATER = Set.of(Kind.BOAT, Kind.FISH, Kind.SWIMMER);
    private static final int FIELD = 7;
    private static final Set<Kind> IN_FIELDS = Set.of(Kind.WALKER, Kind.PERSON, Kind.VEHICLE);
    private static final Set<Material> HEAVY = Set.of(Material.STONE, Material.MARBLE, Material.BRONZE);
    private static final String RAINBOW = "rainbow-arc";
    private static final double HEAVEN = -5000;
    private static final Set<String> OF_SEABED = Set.of("coral", "crab", "spiral-shell", "lobster");

    private final Reading reading;
    private final Frame frame;
    private final Stage stage;
    private final Dice dice;
    private final Sizes sizes;
    private final long seed;

    private Composer(Reading reading, Frame frame, Dice dice, long seed) {
        this.seed = seed;
        this.reading = reading;
        this.frame = frame;
        this.stage = Stage.of(reading, frame, seed);
        this.dice = dice;
        this.sizes = new Sizes(reading.subjects(), reading.setting());
    }

    /** Composes a scene as the seed arranges it. */
    public static Scene compose(Reading reading, Frame frame, long seed) {
        return compose(reading, frame, seed, 0);
    }

    /**
     * Composes a scene. The same arguments give the same scene.
     *
     * @param arrangement another one places the things otherwise and leaves the place as it is
     */
    public static Scene compose(Reading reading, Frame frame, long seed, int arrangement) {
        Dice dice = new Dice(seed + arrangement * 7919L).of("compose");
        Composer composer = new Composer(reading, frame, dice, seed);
        List<Scene.Owned> things = new ArrayList<>(composer.place());
        things.sort(Comparator.comparingDouble(o -> o.placed().spot().order()));
        return new Scene(reading, frame, composer.stage, things, seed);
    }

    private enum Row {
        BACK,
        FRONT,
        AIR,
        WATER,
        NEAR,
        ATTACHED
    }

    private List<Scene.Owned> place() {
        List<Item> back = items(Row.BACK);
        List<Item> front = items(Row.FRONT);
        List<Item> air = new ArrayList<>(items(Row.AIR));
        boolean alone = back.isEmpty() || front.isEmpty();
        List<Scene.Owned> placed = new ArrayList<>();
        double middle = alone && back.size() + front.size() == 1 ? thirds() : 0.5;
        Lane waters = new Lane(frame, dice, stage.waters(reading));
        placed.addAll(waters.lay(items(Row.WATER), stage.water(), front.isEmpty() ? thirds() : 0.62));
        placed.addAll(
                lane().lay(back, alone ? stage.near() - stage.strip().loose(30) : stage.far(), alone ? middle : 0.66));
        placed.addAll(lane().lay(front, stage.near(), alone ? middle : 0.37));
        List<Item> attached = items(Row.ATTACHED);
        Set<Integer> waiting =
                IntStream.range(0, attached.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        attach(attached, waiting, placed);
        placed.addAll(rainbows(air));
        placed.addAll(new Swarm(frame, dice, placed, reading.setting() == Setting.POND)
                .scatter(air, airTop(), airBottom(back, front)));
        near(placed);
        attach(attached, waiting, placed);
        waiting.forEach(i -> placed.addAll(attachment(attached, i).attach(attached.get(i), placed, 0)));
        return placed;
    }

    /** Fastens what has its anchor already, so that what flies keeps clear of it. */
    private void attach(List<Item> attached, Set<Integer> waiting, List<Scene.Owned> placed) {
        for (int number : List.copyOf(waiting)) {
            Item item = attached.get(number);
            if (placed.stream().anyMatch(o -> o.subject() == item.subject().anchor())) {
                placed.addAll(attachment(attached, number).attach(item, placed, aside(attached, number)));
                waiting.remove(number);
            }
        }
    }

    private Attachment attachment(List<Item> attached, int number) {
        Subject subject = attached.get(number).subject();
        long among = attached.stream()
                .filter(i -> i.subject().sharesPlaceWith(subject))
                .count();
        return new Attachment(frame, dice, among);
    }

    /** Where a thing belongs among those that are on or in the same one: the middle is 0. */
    private static double aside(List<Item> attached, int number) {
        Subject subject = attached.get(number).subject();
        Predicate<Item> same = i -> i.subject().sharesPlaceWith(subject);
        long before = attached.subList(0, number).stream().filter(same).count();
        return before - (attached.stream().filter(same).count() - 1) / 2.0;
    }

    private Lane lane() {
        return new Lane(frame, dice, stage.strip());
    }

    /** Where a single thing stands: off the middle, on the side that the sun is not. */
    private double thirds() {
        double wide = Math.min(0.13, 0.05 + 0.1 * (frame.width() / frame.height() - 1));
        boolean sunLeft = Stage.sun(frame, seed) < frame.width() / 2;
        boolean framed = reading.setting() == Setting.ROOM || reading.setting() == Setting.STAGE;
        return framed ? 0.5 : 0.5 + (sunLeft ? 1 : -1) * Math.max(0.03, wide);
    }

    /** A rainbow stands on the horizon, however many are asked for. */
    private List<Scene.Owned> rainbows(List<Item> air) {
        List<Item> bows = air.stream()
                .filter(i -> i.subject().thing().icon().equals(RAINBOW))
                .toList();
        air.removeAll(bows);
        double x = frame.width() * (Stage.sun(frame, seed) < frame.width() / 2 ? 0.56 : 0.44);
        double base = stage.horizon() < frame.height() ? stage.horizon() + 26 : frame.height() * 0.7;
        double height = base * 0.8;
        return bows.stream()
                .limit(1)
                .map(i -> i.at(new Placed.Spot(x, base, height, HEAVEN), false, 0))
                .toList();
    }

    private void near(List<Scene.Owned> placed) {
        List<Item> left = new ArrayList<>(items(Row.NEAR));
        while (!left.isEmpty()) {
            Subject first = left.get(0).subject();
            List<Item> own = left.stream()
                    .filter(i -> i.subject().sharesPlaceWith(first))
                    .toList();
            left.removeAll(own);
            List<Scene.Owned> anchors =
                    placed.stream().filter(o -> o.subject() == first.anchor()).toList();
            placed.addAll(
                    anchors.isEmpty()
                            ? lane().lay(own, stage.near(), 0.5)
                            : new Vicinity(frame, dice).place(own, anchors.get(anchors.size() / 2), stage));
        }
    }

    /** How high a thing may be so that a title does not hide its top. */
    private double belowTitle(Row row) {
        boolean title = !reading.look().type().isEmpty()
                && reading.subjects().stream().noneMatch(s -> s.thing().icon().equals("signboard"));
        double base = row == Row.BACK ? stage.far() : stage.near();
        return title ? base - frame.height() * 0.28 : Double.MAX_VALUE;
    }

    private double airTop() {
        double title = reading.look().type().isEmpty() ? 0 : 0.2;
        return frame.height() * (title + (reading.setting() == Setting.UNDERWATER ? 0.14 : 0.07));
    }

    private double airBottom(List<Item> back, List<Item> front) {
        if (weightless() || reading.setting() == Setting.UNDERWATER || reading.setting() == Setting.POND) {
            return frame.height() * 0.84;
        }
        if (back.isEmpty() && front.isEmpty()) {
            return frame.height() * 0.66;
        }
        double tallest = 0;
        for (Item item : front.isEmpty() ? back : front) {
            tallest = Math.max(tallest, item.height());
        }
        return Math.max(frame.height() * 0.46, stage.near() - tallest * 0.7);
    }

    private boolean weightless() {
        return reading.setting() == Setting.SPACE || reading.setting() == Setting.ABSTRACT;
    }

    private List<Item> items(Row row) {
        List<Item> items = new ArrayList<>();
        List<Subject> subjects = reading.subjects();
        for (int i = 0; i < subjects.size(); i++) {
            if (row(subjects.get(i)) == row) {
                Subject subject = subjects.get(i);
                for (int n = 0; n < subject.count(); n++) {
                    items.add(new Item(
                            i,
                            subject,
                            Variety.surface(subject, n),
                            Math.min(sizes.of(i), belowTitle(row)),
                            footing(subject)));
                }
            }
        }
        return items;
    }

    private Row row(Subject subject) {
        if (subject.anchor() >= 0
                && Attachment.holds(subject, reading.subjects().get(subject.anchor()))) {
            return Row.ATTACHED;
        }
        Kind kind = subject.thing().kind();
        if (ofWater(subject) && !subject.aloft()) {
            return OF_SEABED.contains(subject.thing().icon()) ? Row.FRONT : Row.WATER;
        }
        boolean floats = (reading.setting() == Setting.UNDERWATER || reading.setting() == Setting.POND)
                && (kind == Kind.FISH || kind == Kind.PERSON || kind == Kind.SWIMMER || lily(subject))
                && !OF_SEABED.contains(subject.thing().icon());
        boolean perched =
                kind == Kind.BIRD && (subject.relation() == Relation.ON || reading.perched() || statue(subject));
        if (subject.anchor() >= 0 && Vicinity.holds(subject) && !weightless() && !floats) {
            return Row.NEAR;
        }
        if (weightless() || floats || subject.aloft() || (kind.aloft() && !perched)) {
            return Row.AIR;
        }
        boolean behind = subject.relation() == Relation.BEHIND;
        boolean alone = reading.setting() == Setting.TABLETOP;
        return (BACK_ROW.contains(kind) && !alone) || behind || crop(subject) ? Row.BACK : Row.FRONT;
    }

    /** A field of it, behind who is in the field. */
    private boolean crop(Subject subject) {
        return subject.thing().kind() == Kind.PLANT
                && subject.count() >= FIELD
                && reading.subjects().stream()
                        .anyMatch(s -> IN_FIELDS.contains(s.thing().kind()));
    }

    /** A bird of stone does not fly. */
    private static boolean statue(Subject subject) {
        return HEAVY.contains(subject.surface().material());
    }

    private boolean lily(Subject subject) {
        return subject.thing().icon().equals("lotus") && reading.setting() == Setting.POND;
    }

    /** Whether it floats here: boats and ducks, and a bridge, which would be of no use on the bank. */
    private boolean ofWater(Subject subject) {
        String icon = subject.thing().icon();
        boolean afloat = (icon.equals("stone-bridge") || icon.equals("lotus")) && reading.setting() == Setting.LAKE;
        boolean pier = reading.has(Landmark.PIER);
        return stage.water() > 0
                && (reading.setting() != Setting.SEA || pier)
                && (afloat || OF_WATER.contains(subject.thing().kind()));
    }

    private Placed.Footing footing(Subject subject) {
        Row row = row(subject);
        if (row == Row.AIR) {
            return Placed.Footing.AIR;
        }
        if (row == Row.WATER) {
            return Placed.Footing.WATER;
        }
        if (reading.perched()) {
            return Placed.Footing.THING;
        }
        if (reading.setting() == Setting.SEA && !reading.has(Landmark.PIER)) {
            return OF_WATER.contains(subject.thing().kind()) ? Placed.Footing.WATER : Placed.Footing.ISLAND;
        }
        return Placed.Footing.GROUND;
    }
}
