package org.image2ai.model.embedded.illustrator.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Relation;

/** Lays things out along the ground, from left to right, without one hiding another. */
final class Lane {
    private static final double WIDEST = 0.94;
    private static final double OVERLAP = 0.88;
    private static final int FULL_ROW = 5;

    private final Frame frame;
    private final Dice dice;

    Lane(Frame frame, Dice dice) {
        this.frame = frame;
        this.dice = dice;
    }

    /** Lays things out in one row; many of them in several, one behind the other. */
    List<Scene.Owned> lay(List<Item> items, double base, double middle) {
        int rows = items.size() < FULL_ROW ? 1 : Math.max(2, (items.size() + FULL_ROW - 1) / FULL_ROW);
        List<Scene.Owned> placed = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<Item> row = new ArrayList<>();
            for (int i = r; i < items.size(); i += rows) {
                row.add(items.get(i).scaled(1 - 0.14 * r));
            }
            placed.addAll(row(row, base - 74 * r, middle + 0.07 * (r % 2)));
        }
        return placed;
    }

    private List<Scene.Owned> row(List<Item> items, double base, double middle) {
        List<Item> row = fitted(ordered(items));
        double total = row.stream().mapToDouble(Item::width).sum();
        double free = frame.width() * WIDEST - total;
        double gap = row.size() < 2 ? 0 : Math.min(free / (row.size() - 1), 90);
        double length = total + gap * Math.max(0, row.size() - 1);
        double margin = frame.width() * (1 - WIDEST) / 2;
        double start = frame.width() * middle + dice.in(-0.04, 0.04) * frame.width() - length / 2;
        double x = Math.max(margin, Math.min(frame.width() - margin - length, start));
        List<Scene.Owned> placed = new ArrayList<>();
        for (Item item : row) {
            double centre = x + item.width() / 2;
            placed.add(stand(item, centre, base + (row.size() > 1 ? dice.in(-34, 22) : 0)));
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
        double total = items.stream().mapToDouble(Item::width).sum() * OVERLAP;
        double factor = Math.min(1, frame.width() * WIDEST / Math.max(1, total));
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
