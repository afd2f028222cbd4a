package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Extra;
import org.image2ai.model.embedded.illustrator.words.Landmark;

/** A cobbled street between gabled houses, with lamps and a hill behind. */
final class Village implements Backdrop {
    private static final int[] WALLS = {0xf3d9a4, 0xe8a98f, 0xb9d3c4, 0xd9c2e0, 0xf0e6d2, 0xa9c6e0, 0xe6b86a};
    private static final int[] ROOFS = {0xa94f3a, 0x8c5543, 0x5d6b8a, 0x7a4a5a};

    private static final double OPEN = 0.5;

    private final Canvas canvas;
    private final Light light;
    private final Ground ground;
    private final boolean lamps;
    private final boolean below;
    private final boolean open;

    Village(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.ground = new Ground(canvas);
        this.open = canvas.scene().reading().has(Landmark.WATER);
        this.below = canvas.scene().reading().has(Landmark.MOUNTAINS);
        this.lamps = canvas.scene().reading().time() != DayTime.DAY;
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double street = canvas.scene().stage().horizon() + 16;
        behindTheHouses(street);
        canvas.glow(canvas.width() / 2, street, canvas.width() * 0.7, 90, Ink.alpha(light.haze(), 0.3));
        row("near", street, canvas.height() * (below ? 0.27 : 0.36), 0.14);
        cobbles(street);
        if (canvas.scene().reading().has(Extra.LAMPS)) {
            lamp(canvas.width() * 0.16, street + 34);
            lamp(canvas.width() * 0.84, street + 34);
            if (lamps) {
                garland(canvas.width() * -0.02, canvas.width() * 0.5, street - 250);
                garland(canvas.width() * 0.5, canvas.width() * 1.02, street - 270);
            }
        }
    }

    private void behindTheHouses(double street) {
        if (below) {
            ground.massif(street, canvas.height() * 0.58, 0.62, 4);
            ground.range(street, canvas.height() * 0.38, 0.4, 8);
        } else {
            ground.range(street, canvas.height() * 0.3, 0.8, 5);
        }
        if (open) {
            new Water(canvas).paint(street - canvas.height() * 0.16, street + 20);
        } else {
            ground.hill(street - 120, 40, 0.6, "hill");
        }
        row("far", street - 10, canvas.height() * (below ? 0.16 : 0.2), 0.55);
    }

    private void row(String name, double base, double height, double distance) {
        Dice dice = canvas.dice("houses " + name);
        double x = -dice.in(10, 60);
        while (x < canvas.width()) {
            double w = height * dice.in(0.56, 0.86);
            double edge = Math.abs((x + w / 2) / canvas.width() - 0.5) * 2;
            double h = height * dice.in(0.74, 1) * (distance < 0.3 ? 0.62 + 0.5 * edge : 1);
            // Between the houses by a water one sees the water.
            if (!open || edge > OPEN) {
                house(new Box(x, base, w, h), distance, dice);
            }
            x += w * 0.985;
        }
    }

    private record Box(double x, double base, double w, double h) {}

    private void house(Box b, double distance, Dice dice) {
        Color wall = light.lit(WALLS[dice.below(WALLS.length)], distance);
        double eaves = b.base() - b.h() * 0.72;
        canvas.rect(
                b.x(), eaves, b.w(), b.base() - eaves, Canvas.vertical(eaves, b.base(), wall, Ink.darker(wall, 0.14)));
        canvas.rect(b.x() + b.w() * 0.86, eaves, b.w() * 0.14, b.base() - eaves, Ink.alpha(Ink.darker(wall, 0.4), 0.3));
        roof(b, eaves, distance, dice);
        int columns = b.w() > 130 ? 3 : 2;
        int floors = b.h() > 200 ? 3 : b.h() > 120 ? 2 : 1;
        for (int f = 0; f < floors; f++) {
            for (int c = 0; c < columns; c++) {
                boolean door = f == floors - 1 && c == columns / 2;
                double cx = b.x() + b.w() * (c + 0.5) / columns;
                double cy = eaves + (b.base() - eaves) * (f + 0.18) / floors;
                boolean on = lamps && dice.chance(0.75);
                opening(new Box(cx, cy, 0, (b.base() - eaves) / floors), door, on, distance);
            }
        }
    }

    private void roof(Box b, double eaves, double distance, Dice dice) {
        Color tile = light.lit(canvas.scene().reading().snowy() ? 0xf0f6ff : ROOFS[dice.below(ROOFS.length)], distance);
        double chimney = b.x() + b.w() * dice.in(0.62, 0.76);
        canvas.rect(chimney, eaves - b.h() * 0.27, b.w() * 0.1, b.h() * 0.2, light.lit(0x7a5548, distance));
        Path2D p = new Path2D.Double();
        p.moveTo(b.x() - b.w() * 0.05, eaves + 3);
        p.lineTo(b.x() + b.w() * 0.5, eaves - b.h() * 0.3);
        p.lineTo(b.x() + b.w() * 1.05, eaves + 3);
        p.closePath();
        canvas.fade(p, Ink.lighter(tile, 0.08), Ink.darker(tile, 0.2));
    }

    /** A door or a window, with the middle of its upper edge at a place, in a storey of that height. */
    private void opening(Box at, boolean door, boolean on, double distance) {
        double cx = at.x();
        double top = at.base();
        double floor = at.h();
        double w = Math.min(38, floor * 0.36);
        double h = door ? floor * 0.8 : floor * 0.5;
        Color glass = on ? Ink.mix(Ink.rgb(0xffd98a), light.haze(), distance * 0.4) : light.lit(0x5d7f9f, distance);
        Color frame = light.lit(0xfff6e6, distance);
        if (on && distance < 0.3) {
            canvas.glow(cx, top + h / 2, w * 2.2, h * 1.6, Ink.alpha(Ink.rgb(0xffc873), 0.4));
        }
        canvas.fill(new RoundRectangle2D.Double(cx - w / 2 - 3, top - 3, w + 6, h + (door ? 3 : 6), 6, 6), frame);
        canvas.rect(cx - w / 2, top, w, h, door ? light.lit(0x6d4526, distance) : glass);
        if (!door) {
            canvas.rect(cx - 1.2, top, 2.4, h, frame);
            canvas.rect(cx - w / 2, top + h * 0.45, w, 2.4, frame);
            canvas.rect(cx - w / 2 - 5, top + h + 3, w + 10, 5, light.lit(0x8a5a3c, distance));
        }
    }

    private void cobbles(double street) {
        Dice dice = canvas.dice("cobbles");
        boolean snowy = canvas.scene().reading().snowy();
        Color stone = light.lit(snowy ? 0xe6eef8 : 0xa99b8c, 0.02);
        double h = canvas.height();
        canvas.rect(
                0,
                street,
                canvas.width(),
                h - street,
                Canvas.vertical(street, h, Ink.darker(stone, 0.16), Ink.darker(stone, 0.05)));
        int rows = 11;
        for (int r = 0; r < rows; r++) {
            double t = r / (double) rows;
            double y = street + (h - street) * t * t + 4;
            double size = 20 + 74 * t;
            for (double x = -dice.in(0, size); x < canvas.width(); x += size) {
                Color c = dice.chance(0.5) ? Ink.lighter(stone, dice.in(0, 0.14)) : Ink.darker(stone, dice.in(0, 0.12));
                canvas.fill(new Ellipse2D.Double(x + 1, y, size * 0.94, size * 0.36), Ink.alpha(c, snowy ? 0.35 : 0.8));
            }
        }
        Color pool = Ink.alpha(lamps ? Ink.rgb(0xffd08a) : Ink.lighter(stone, 0.5), lamps ? 0.3 : 0.35);
        canvas.glow(canvas.width() / 2, canvas.scene().stage().near(), canvas.width() * 0.45, 110, pool);
    }

    /** A string of warm bulbs across the street. */
    private void garland(double from, double to, double y) {
        Path2D wire = new Path2D.Double();
        wire.moveTo(from, y);
        wire.quadTo((from + to) / 2, y + 120, to, y);
        canvas.line(wire, 2, light.lit(0x2a2a3c, 0.1));
        int bulbs = 13;
        for (int i = 0; i <= bulbs; i++) {
            double t = i / (double) bulbs;
            double x = from + (to - from) * t;
            double at = y + 240 * t * (1 - t) + 8;
            canvas.glow(x, at, 26, 26, Ink.alpha(Ink.rgb(0xffc46b), 0.6));
            canvas.oval(x, at, 5.5, 6.5, Ink.rgb(0xfff0c4));
        }
    }

    private void lamp(double x, double base) {
        Color iron = light.lit(0x2a2a3c, 0.02);
        canvas.rect(x - 4, base - 210, 8, 210, iron);
        canvas.rect(x - 12, base - 10, 24, 10, iron);
        Color glow = Ink.rgb(0xffdf9a);
        if (lamps) {
            canvas.glow(x, base - 232, 150, 150, Ink.alpha(glow, 0.6));
        }
        canvas.fill(
                new RoundRectangle2D.Double(x - 15, base - 254, 30, 44, 10, 10),
                lamps ? Ink.lighter(glow, 0.4) : light.lit(0xdfe8f0, 0));
        Path2D cap = new Path2D.Double();
        cap.moveTo(x - 20, base - 252);
        cap.lineTo(x, base - 274);
        cap.lineTo(x + 20, base - 252);
        cap.closePath();
        canvas.fill(cap, iron);
    }
}
