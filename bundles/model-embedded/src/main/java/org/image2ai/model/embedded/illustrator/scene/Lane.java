package org.image2ai.model.embedded.illustrator.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Relation;

/** Lays things out along the ground, from left to right, without one hiding another. */
final class Lane {
    private static final double OVERLAP = 0.88;
    private static final double HALF = 0.5;
    private static final double ROOMY = 1.12;
    private static final int FULL_ROW = 5;

    private final Frame frame;
    private final Dice dice;
    private final Strip strip;

    /** @param strip as long as the ground: what is on a table does not hang over its edge */
    Lane(Frame frame, Dice dice, Strip strip) {
        this.frame = frame;
        this.dice = dice;
        this.strip = strip;
    }

    /** Lays things out in one row; many of them in several, one behind the other. */
    List<Scene.Owned> lay(List<Item> items, double base, double middle) {
        int rows = strip.level() || items.size() < FULL_ROW ? 1 : Math.max(2, (items.size() + FULL_ROW - 1) / FULL_ROW);
        if (rows == 2) {
            return staggered(items, base, middle);
        }
        List<Scene.Owned> placed = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<Item> row = new ArrayList<>();
            for (int i = r; i < items.size(); i += rows) {
                row.add(items.get(i).scaled(1 - 0.14 * r));
            }
            placed.addAll(row(ordered(row), base - 74 * r, middle + 0.07 * (r % 2)));
        }
        return placed;
    }

    /** Two rows, the one behind in the gaps of the one in front. */
    private List<Scene.Owned> staggered(List<Item> items, double base, double middle) {
        List<Item> front = new ArrayList<>(ordered(items));
        List<Item> behind = new ArrayList<>();
        for (int i = 1; front.size() - behind.size() > 2; i++) {
            behind.add(front.remove(i));
        }
        List<Scene.Owned> placed = new ArrayList<>(row(front, base, middle));
        List<Double> at = placed.stream().map(o -> o.placed().spot().x()).toList();
        for (int gap = 0; gap < behind.size(); gap++) {
            double centre = (at.get(gap) + at.get(gap + 1)) / 2;
            double pitch = at.get(gap + 1) - at.get(gap);
            Item item = behind.get(gap);
            Item fitting = item.scaled(Math.min(0.9, pitch * 1.1 / item.width()));
            double up = Math.min(frame.height() * 0.1, 40 + fitting.height() * 0.2);
            placed.add(stand(fitting, centre, base - up + dice.in(-8, 8)));
        }
        return placed;
    }

    private List<Scene.Owned> row(List<Item> items, double base, double middle) {
        List<Item> row = fitted(items);
        double total = row.stream().mapToDouble(Item::width).sum();
        double free = frame.width() * strip.width() - total;
        double gap = row.size() < 2 ? 0 : Math.min(free / (row.size() - 1), 90);
        double length = total + gap * Math.max(0, row.size() - 1);
        double left = frame.width() * strip.at(0);
        double right = frame.width() * strip.at(1);
        double start = frame.width() * (strip.at(middle) + dice.in(-0.04, 0.04)) - length / 2;
        double x = Math.max(left, Math.min(right - length, start));
        List<Scene.Owned> placed = new ArrayList<>();
        for (Item item : row) {
            double centre = x + item.width() / 2;
            placed.add(stand(item, centre, base + (row.size() > 1 ? strip.loose(dice.in(-34, 22)) : 0)));
            x += item.width() + gap;
        }
        return placed;
    }

    private Scene.Owned stand(Item item, double centre, double base) {
        Kind kind = item.subject().thing().kind();
        boolean flipped = kind.turnable() && centre < frame.width() * 0.5 - 1 && kind != Kind.BOAT;
        double tilt = item.footing() == Placed.Footing.WATER && kind == Kind.BOAT ? dice.in(-0.07, 0.07) : 0;
        double size = item.height() * dice.in(0.94, 1.04);
        double sunk = item.footing() == Placed.Footing.WATER ? size * 0.05 : 0;
        double distance = kind == Kind.BUILDING ? base - 60 : base;
        return item.at(new Placed.Spot(centre, base + sunk, size, distance), flipped, tilt);
    }

    /** Narrower things when the row is too long for the frame. */
    private List<Item> fitted(List<Item> items) {
        double total = items.stream().mapToDouble(Item::width).sum() * (strip.width() < HALF ? ROOMY : OVERLAP);
        double factor = Math.min(1, frame.width() * strip.width() / Math.max(1, total));
        return items.stream().map(i -> i.scaled(factor)).toList();
    }

    /** The words' order or its mirror image; "left of" and "right of" are kept. */
    private List<Item> ordered(List<Item> items) {
        List<Item> row = new ArrayList<>(items);
        boolean fixed = items.stream()
                .anyMatch(i ->
                        i.subject().relation() == Relation.LEFT || i.subject().relation() == Relation.RIGHT);
        boolean rightFirst = items.stream().anyMatch(i -> i.subject().relation() == Relation.RIGHT);
        if (fixed ? rightFirst : dice.chance(0.5)) {
            Collections.reverse(row);
        }
        return row;
    }
}
