package org.image2ai.model.embedded.illustrator.scene;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Relation;
import org.image2ai.model.embedded.illustrator.words.Subject;

/** Places what rides, sits on, sits in or is held by another thing. */
final class Attachment {
    private static final Set<Kind> VESSELS = Set.of(Kind.BOAT, Kind.FOOD, Kind.THING, Kind.VEHICLE, Kind.FURNITURE);
    private static final Set<Kind> TOO_LARGE_TO_SIT_ON = Set.of(Kind.BUILDING, Kind.TREE, Kind.CELESTIAL);

    private static final Pattern HEADWEAR =
            Pattern.compile("hat|cap|crown|glasses|scarf|helmet|headphone|ribbon|mask|goggles|bow");
    private static final double SMALL = 1;
    private static final String LOG = "log";
    private static final String LILY_PAD = "lily-pad";
    private static final String BENCH = "park-bench";
    private static final Set<String> FLAT_TOPS = Set.of("dining-table", "bookshelf", "fireplace", LILY_PAD, LOG, BENCH);

    private final Frame frame;
    private final Dice dice;
    private final long among;

    /** @param among how many are on or in the same thing */
    Attachment(Frame frame, Dice dice, long among) {
        this.frame = frame;
        this.dice = dice;
        this.among = among;
    }

    /** Whether the relation fastens the subject to its anchor, rather than only setting it near. */
    static boolean holds(Subject subject, Subject anchor) {
        return switch (subject.relation()) {
            case RIDING, HOLDING, WEARING -> true;
            case ON ->
                bridge(anchor.thing().icon())
                        || climbs(subject, anchor)
                        || !TOO_LARGE_TO_SIT_ON.contains(anchor.thing().kind());
            case IN ->
                bridge(anchor.thing().icon())
                        || climbs(subject, anchor)
                        || VESSELS.contains(anchor.thing().kind());
            default -> false;
        };
    }

    private static boolean bridge(String icon) {
        return icon.equals("stone-bridge");
    }

    /**
     * Fastens one thing.
     *
     * @param placed what stands already
     * @param aside how far from the middle of its anchor it belongs, in its own widths: several sit side by side
     */
    List<Scene.Owned> attach(Item item, List<Scene.Owned> placed, double aside) {
        List<Placed> anchors = placed.stream()
                .filter(o -> o.subject() == item.subject().anchor())
                .map(Scene.Owned::placed)
                .toList();
        if (anchors.isEmpty()) {
            return new Lane(frame, dice, Strip.WHOLE).lay(List.of(item), frame.height() * 0.87, 0.5);
        }
        Placed anchor = anchors.get(dice.below(anchors.size()));
        if (bridge(anchor.icon())) {
            return List.of(across(item, anchor, aside));
        }
        String icon = item.subject().thing().icon();
        return List.of(
                switch (item.subject().relation()) {
                    case RIDING -> ride(item, anchor);
                    case HOLDING -> held(item, anchor);
                    case WEARING -> HEADWEAR.matcher(icon).find() ? worn(item, anchor) : held(item, anchor);
                    case IN, ON -> inOrOn(item, anchor, aside);
                    default -> onTop(item, anchor, aside);
                });
    }

    private Scene.Owned inOrOn(Item item, Placed anchor, double aside) {
        if (anchor.kind() == Kind.TREE) {
            return amidLeaves(item, anchor, aside);
        }
        if (anchor.kind() == Kind.VEHICLE && item.subject().relation() == Relation.IN) {
            return ride(item, anchor);
        }
        boolean tub = anchor.icon().equals("bathtub");
        boolean on = item.subject().relation() == Relation.ON || anchor.kind() == Kind.FURNITURE && !tub;
        return on ? onTop(item, anchor, aside) : within(item, anchor);
    }

    private Scene.Owned ride(Item item, Placed mount) {
        Placed.Spot at = mount.spot();
        if (item.height() > at.height() * 1.1) {
            Placed.Spot board = new Placed.Spot(at.x(), at.base() - at.height() * 0.3, item.height(), at.order() + 1);
            return item.at(item.subject().thing().icon(), board, mount.flipped(), 0, Placed.Footing.THING);
        }
        String icon = seated(item);
        double height = at.height() * (mount.kind() == Kind.VEHICLE ? 0.75 : 0.8);
        double base = at.base() - at.height() * 0.2;
        double x = at.x() + (mount.flipped() ? -0.04 : 0.04) * at.height();
        Placed.Spot spot = new Placed.Spot(x, base, height, at.order() + 1);
        return item.at(icon, spot, mount.flipped(), 0, Placed.Footing.THING);
    }

    /** A person sits on its mount and on its chair. */
    private static String seated(Item item) {
        return item.subject().thing().icon().replaceFirst("[~-]standing", "~riding");
    }

    /** On the deck of a bridge, which is longer than high. */
    private Scene.Owned across(Item item, Placed bridge, double aside) {
        Placed.Spot at = bridge.spot();
        double height = Math.min(item.height(), at.height() * 0.5);
        double free = aside == 0 ? dice.in(-0.2, 0.2) * at.height() : 0;
        double x = at.x() + free + aside * height * 1.15;
        Placed.Spot spot = new Placed.Spot(x, at.base() - at.height() * 0.44, height, at.order() + 1);
        boolean flipped = item.subject().thing().kind().turnable() && x < frame.width() / 2;
        return item.at(item.subject().thing().icon(), spot, flipped, 0, Placed.Footing.THING);
    }

    private Scene.Owned onTop(Item item, Placed anchor, double aside) {
        Placed.Spot at = anchor.spot();
        boolean furniture = anchor.kind() == Kind.FURNITURE;
        boolean flat = FLAT_TOPS.contains(anchor.icon());
        double room = at.base() - at.height() * (flat ? 0.97 : furniture ? 0.42 : 0.9) - frame.height() * 0.05;
        double narrow = among < 2 ? 1 : Math.min(1, (flat ? 1.9 : 1.2) / among);
        double height = Math.min(Math.min(item.height(), room), at.height() * limit(item, anchor) * narrow);
        boolean sofa = anchor.icon().equals("sofa");
        double depth = flat ? top(anchor.icon()) : sofa ? 0.26 : furniture ? 0.42 : 0.9;
        double free = aside == 0 ? dice.in(-0.12, 0.12) : 0;
        double x = at.x() + free * at.height() + aside * height * 0.8;
        Placed.Spot spot = new Placed.Spot(x, at.base() - at.height() * depth, height, at.order() + 1);
        boolean seat = furniture && (!flat || anchor.icon().equals(BENCH));
        String icon = seat ? seated(item) : item.subject().thing().icon();
        return item.at(icon, spot, anchor.flipped(), 0, Placed.Footing.THING);
    }

    /** Among the leaves of a tree. */
    private Scene.Owned amidLeaves(Item item, Placed tree, double aside) {
        Placed.Spot at = tree.spot();
        double height = Math.min(item.height(), at.height() * 0.27);
        double x = at.x() + (aside == 0 ? dice.in(-0.16, 0.16) * at.height() : aside * height * 1.1);
        Placed.Spot spot = new Placed.Spot(x, at.base() - at.height() * 0.52, height, at.order() + 1);
        boolean flipped = item.subject().thing().kind().turnable() && x < frame.width() / 2;
        return item.at(item.subject().thing().icon(), spot, flipped, 0, Placed.Footing.THING);
    }

    private static boolean climbs(Subject subject, Subject anchor) {
        Kind kind = subject.thing().kind();
        return anchor.thing().kind() == Kind.TREE
                && (kind == Kind.WALKER || kind == Kind.BIRD || kind == Kind.FOOD)
                && subject.thing().height() < SMALL;
    }

    /** How much higher than what it is on a thing may be: a dragon may lie on little gold, a cat not on a little sofa. */
    private static double limit(Item item, Placed anchor) {
        return switch (anchor.kind()) {
            case FURNITURE -> share(item) * (anchor.icon().equals(BENCH) ? 1.3 : 1);
            case PLANT, THING, SWIMMER -> 1.6;
            default -> 0.8;
        };
    }

    /** Where the top of flat furniture is, as a share of its height: a table is wider than high. */
    private static double top(String icon) {
        return switch (icon) {
            case BENCH -> 0.32;
            case "dining-table" -> 0.62;
            case "fireplace" -> 0.88;
            case LILY_PAD -> 0.14;
            case LOG -> 0.24;
            default -> 0.98;
        };
    }

    private Scene.Owned within(Item item, Placed anchor) {
        Placed.Spot at = anchor.spot();
        boolean heaped = item.subject().thing().kind() == Kind.FOOD;
        boolean potted = item.subject().thing().kind() == Kind.PLANT || heaped;
        double height =
                heaped ? at.height() * 0.4 : potted ? at.height() * 0.85 : Math.min(item.height(), at.height() * 0.85);
        double spread = potted ? 0.3 : 0.1;
        double besideTheSail = anchor.kind() == Kind.BOAT ? 0.2 : 0;
        double x = at.x() + (besideTheSail + dice.in(-spread, spread)) * at.height();
        double base = at.base() - at.height() * (potted ? dice.in(0.62, 0.8) : cup(anchor) ? 0.58 : 0.32);
        Placed.Spot spot = new Placed.Spot(x, base, height, at.order() - 1);
        return item.at(item.subject().thing().icon(), spot, anchor.flipped(), 0, Placed.Footing.THING);
    }

    /** Whether what is in it looks over its rim. */
    private static boolean cup(Placed anchor) {
        return anchor.kind() == Kind.FOOD || anchor.kind() == Kind.THING;
    }

    /** A cat is smaller than the sofa it lies on, as far as a picture book goes. */
    private static double share(Item item) {
        return Math.max(0.34, Math.min(0.8, 0.3 + 0.5 * item.subject().thing().height()));
    }

    /** On the head: people and sitting animals have it in the middle, others where they look. */
    private Scene.Owned worn(Item item, Placed wearer) {
        Placed.Spot at = wearer.spot();
        String icon = item.subject().thing().icon();
        boolean upright = wearer.kind() == Kind.PERSON
                || wearer.icon().contains("~")
                || wearer.icon().equals("penguin")
                || wearer.icon().startsWith("snowman");
        double head = upright ? 0 : (wearer.flipped() ? 0.3 : -0.3) * at.height();
        boolean face = icon.contains("glasses");
        boolean neck = icon.contains("scarf");
        double height = at.height() * (face ? 0.2 : neck ? 0.3 : 0.3);
        double up = face ? (upright ? 0.66 : 0.62) : neck ? 0.36 : upright ? 0.9 : 0.88;
        Placed.Spot spot = new Placed.Spot(at.x() + head, at.base() - at.height() * up, height, at.order() + 1);
        return item.at(icon, spot, wearer.flipped(), face || neck ? 0 : 0.08, Placed.Footing.THING);
    }

    /** A kite is far up, its tail towards who flies it. */
    private Scene.Owned flown(Item item, Placed.Spot at, double side) {
        double height = Math.min(item.height(), at.height() * 0.8);
        double top = frame.height() * 0.06 + height;
        double base = Math.max(top, at.base() - at.height() * 1.05);
        double x = at.x() + side * Math.min(at.height() * 0.75, frame.width() * 0.34);
        Placed.Spot spot = new Placed.Spot(x, base, height, at.order() + 1);
        return item.at(item.subject().thing().icon(), spot, side > 0, 0, Placed.Footing.AIR);
    }

    private Scene.Owned held(Item item, Placed holder) {
        Placed.Spot at = holder.spot();
        double side = at.x() < frame.width() / 2 ? 1 : -1;
        boolean floats = item.subject().thing().kind() == Kind.FLOATER;
        if (item.subject().thing().icon().equals("kite")) {
            return flown(item, at, side);
        }
        boolean over = item.subject().thing().icon().startsWith("umbrella");
        boolean meal = item.subject().thing().kind() == Kind.FOOD;
        double share = floats ? 0.9 : over ? 0.92 : meal ? 0.32 : 0.46;
        double height = over ? at.height() * share : Math.min(item.height() * 1.3, at.height() * share);
        double base = at.base() - at.height() * (floats ? 0.44 : over ? 0.4 : 0.16);
        double out = floats ? 0.46 : over ? 0.2 : 0.3;
        Placed.Spot spot =
                new Placed.Spot(at.x() + side * at.height() * out, base, height, at.order() + (over ? -1 : 1));
        return item.at(item.subject().thing().icon(), spot, floats ? side < 0 : side > 0, 0, Placed.Footing.THING);
    }
}
