package org.image2ai.model.embedded.illustrator.scene;

import java.util.ArrayList;
import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Relation;
import org.image2ai.model.embedded.illustrator.words.Subject;

/** Places what is under, behind or in front of another thing: near it on the ground, nearer or farther than it. */
final class Vicinity {
    /** What is so much higher does not fit under it. */
    private static final double TOO_HIGH = 1.5;

    private final Frame frame;
    private final Dice dice;

    Vicinity(Frame frame, Dice dice) {
        this.frame = frame;
        this.dice = dice;
    }

    /** Whether the relation sets the subject near its anchor. */
    static boolean holds(Subject subject) {
        Relation relation = subject.relation();
        boolean near = relation == Relation.UNDER || relation == Relation.BEHIND || relation == Relation.FRONT;
        return near
                && subject.count() < 4
                && !subject.aloft()
                && !subject.thing().kind().aloft();
    }

    List<Scene.Owned> place(List<Item> items, Scene.Owned anchor, Stage stage) {
        List<Scene.Owned> placed = new ArrayList<>();
        double side = dice.chance(0.5) ? 1 : -1;
        for (int i = 0; i < items.size(); i++) {
            double step = side * (1 - 2 * (i % 2)) * (1 + 2 * (i / 2));
            placed.add(one(items.get(i), anchor.placed(), stage, new Step(step, items.size() > 1)));
        }
        return placed;
    }

    /**
     * How far from its anchor a thing is.
     *
     * @param count in steps, negative to the left
     * @param several whether there are others, which it must not hide
     */
    private record Step(double count, boolean several) {}

    private Scene.Owned one(Item item, Placed anchor, Stage stage, Step step) {
        Placed.Spot at = anchor.spot();
        boolean above = anchor.footing() == Placed.Footing.AIR;
        boolean afloat = anchor.footing() == Placed.Footing.WATER;
        double ground = above ? stage.near() : at.base();
        double height = Math.min(item.height(), limit(item, anchor));
        double room = step.several() ? height / item.height() * item.width() * 0.47 : 0;
        double x = at.x() + step.count() * Math.max(room, aside(item.subject().relation(), anchor, height));
        boolean sunk = afloat && item.subject().relation() == Relation.UNDER;
        double base = sunk
                ? Math.min(frame.height() * 0.97, ground + height * 1.08)
                : ground + depth(item.subject().relation(), above);
        double margin = height * 0.5;
        double within = Math.max(margin, Math.min(frame.width() - margin, x));
        boolean inward = within < frame.width() / 2;
        boolean behind = item.subject().relation() == Relation.BEHIND;
        boolean flipped = item.subject().thing().kind().turnable() && (behind ? x > at.x() : inward);
        double order = behind ? at.order() - 1 : Math.max(base, at.order() + 1);
        Placed.Spot spot = new Placed.Spot(within, Math.min(base, frame.height() * 0.97), height, order);
        Placed.Footing footing = sunk ? Placed.Footing.AIR : item.footing();
        return item.at(item.subject().thing().icon(), spot, flipped, 0, footing);
    }

    private static double limit(Item item, Placed anchor) {
        boolean roof = item.subject().relation() == Relation.UNDER && anchor.footing() == Placed.Footing.GROUND;
        boolean low = item.height() > anchor.spot().height() * TOO_HIGH;
        return roof && !low ? anchor.spot().height() * (anchor.kind() == Kind.TREE ? 0.62 : 0.5) : item.height();
    }

    private static double aside(Relation relation, Placed anchor, double height) {
        Placed.Spot at = anchor.spot();
        boolean wide = anchor.kind() == Kind.BUILDING || anchor.kind() == Kind.TREE;
        return switch (relation) {
            case BEHIND -> at.height() * (wide ? 0.42 : 0.28) + height * 0.22;
            case FRONT -> at.height() * (wide ? 0.4 : 0.2);
            default -> at.height() * 0.16;
        };
    }

    private double depth(Relation relation, boolean above) {
        return switch (relation) {
            case BEHIND -> -34;
            case FRONT -> 58;
            default -> above ? 0 : 30;
        };
    }
}
