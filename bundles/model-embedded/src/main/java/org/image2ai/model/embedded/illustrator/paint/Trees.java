package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Season;

/** Trees, bushes and grass. Each has a foot, a height and a distance. */
final class Trees {
    private static final int[][] LEAVES = {
        {0xf7a8c4, 0xffc9dc, 0x8fce6a},
        {0x4f9a3f, 0x66b24e, 0x3f8a45},
        {0xd9822b, 0xe0a530, 0xc2502a},
        {0x7d8f8a, 0x8c9d97, 0x6f827d}
    };

    private final Canvas canvas;
    private final Light light;
    private final boolean snowy;
    private final Season season;

    Trees(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        Reading reading = canvas.scene().reading();
        this.snowy = reading.snowy();
        this.season = reading.season();
    }

    /** A foot on the ground, a height and a distance from 0 to 1. */
    record Place(double x, double base, double height, double distance) {}

    void fir(Place at, Dice dice) {
        double w = at.height() * dice.in(0.36, 0.46);
        Color green = Ink.mix(Ink.rgb(0x1f5a46), Ink.rgb(0x2f7a4c), dice.in(0, 1));
        Color lit = light.lit(green, at.distance());
        Color shade = Ink.darker(lit, 0.22);
        canvas.rect(
                at.x() - w * 0.05,
                at.base() - at.height() * 0.12,
                w * 0.1,
                at.height() * 0.13,
                light.lit(0x5b3d2e, at.distance()));
        int tiers = 4;
        for (int i = 0; i < tiers; i++) {
            double low = at.base() - at.height() * (0.08 + i * 0.21);
            double high = low - at.height() * 0.36;
            double half = w * 0.5 * (1 - i * 0.19);
            canvas.fill(tier(at.x(), low, high, half), lit);
            canvas.fill(rightHalf(at.x(), low, high, half), shade);
            if (snowy) {
                canvas.fill(cap(at.x(), low, high, half), light.lit(0xf4f8ff, at.distance()));
            }
        }
    }

    private static Path2D tier(double x, double low, double high, double half) {
        Path2D p = new Path2D.Double();
        p.moveTo(x, high);
        p.quadTo(x + half * 0.34, low - (low - high) * 0.3, x + half, low);
        p.quadTo(x, low + (low - high) * 0.16, x - half, low);
        p.quadTo(x - half * 0.34, low - (low - high) * 0.3, x, high);
        p.closePath();
        return p;
    }

    private static Path2D rightHalf(double x, double low, double high, double half) {
        Path2D p = new Path2D.Double();
        p.moveTo(x, high);
        p.quadTo(x + half * 0.34, low - (low - high) * 0.3, x + half, low);
        p.quadTo(x + half * 0.5, low + (low - high) * 0.08, x + half * 0.1, low + (low - high) * 0.08);
        p.closePath();
        return p;
    }

    private static Path2D cap(double x, double low, double high, double half) {
        double h = low - high;
        Path2D p = new Path2D.Double();
        p.moveTo(x, high - h * 0.02);
        p.quadTo(x + half * 0.3, low - h * 0.34, x + half * 0.86, low - h * 0.07);
        p.quadTo(x + half * 0.5, low - h * 0.16, x + half * 0.34, low - h * 0.24);
        p.quadTo(x + half * 0.14, low - h * 0.2, x, low - h * 0.34);
        p.quadTo(x - half * 0.22, low - h * 0.22, x - half * 0.42, low - h * 0.22);
        p.quadTo(x - half * 0.5, low - h * 0.14, x - half * 0.86, low - h * 0.07);
        p.quadTo(x - half * 0.3, low - h * 0.34, x, high - h * 0.02);
        p.closePath();
        return p;
    }

    void leafy(Place at, Dice dice) {
        double h = at.height();
        double w = h * 0.07;
        Path2D trunk = new Path2D.Double();
        trunk.moveTo(at.x() - w, at.base());
        trunk.quadTo(at.x() - w * 0.5, at.base() - h * 0.3, at.x() - w * 0.5, at.base() - h * 0.6);
        trunk.lineTo(at.x() + w * 0.5, at.base() - h * 0.6);
        trunk.quadTo(at.x() + w * 0.5, at.base() - h * 0.3, at.x() + w, at.base());
        trunk.closePath();
        canvas.fill(trunk, light.lit(0x6d4a35, at.distance()));
        int[] choice = LEAVES[season.ordinal()];
        Color leaf = light.lit(
                Ink.mix(Ink.rgb(choice[dice.below(choice.length)]), Ink.rgb(choice[0]), dice.in(0, 0.6)),
                at.distance());
        double[][] blobs = {
            {-0.2, 0.5, 0.2}, {0.2, 0.5, 0.2}, {0, 0.56, 0.24}, {-0.12, 0.72, 0.2}, {0.13, 0.74, 0.19}, {0, 0.85, 0.16}
        };
        for (double[] b : blobs) {
            canvas.oval(at.x() + b[0] * h, at.base() - b[1] * h, b[2] * h, b[2] * h * 0.92, Ink.darker(leaf, 0.1));
        }
        for (double[] b : blobs) {
            canvas.oval(
                    at.x() + (b[0] - 0.035) * h, at.base() - (b[1] + 0.035) * h, b[2] * h * 0.78, b[2] * h * 0.7, leaf);
        }
        if (snowy) {
            canvas.oval(at.x() - 0.1 * h, at.base() - 0.84 * h, 0.1 * h, 0.08 * h, Ink.lighter(leaf, 0.8));
        }
    }

    void palm(Place at, Dice dice) {
        double h = at.height();
        double lean = dice.in(-0.2, 0.2) * h;
        Path2D trunk = new Path2D.Double();
        trunk.moveTo(at.x(), at.base());
        trunk.quadTo(at.x() + lean * 0.2, at.base() - h * 0.5, at.x() + lean, at.base() - h * 0.86);
        canvas.line(trunk, h * 0.055, light.lit(0x8a6242, at.distance()));
        Color leaf = light.lit(0x2f9150, at.distance());
        double cx = at.x() + lean;
        double cy = at.base() - h * 0.87;
        for (int i = 0; i < 7; i++) {
            double angle = Math.PI * (1.12 + i * 0.127) + dice.in(-0.06, 0.06);
            frond(cx, cy, angle, h * 0.42, i % 2 == 0 ? leaf : Ink.darker(leaf, 0.16));
        }
    }

    private void frond(double x, double y, double angle, double length, Color colour) {
        double tipX = x + Math.cos(angle) * length;
        double tipY = y + Math.sin(angle) * length * 0.55 + length * 0.32;
        double midX = x + Math.cos(angle) * length * 0.6;
        double midY = y + Math.sin(angle) * length * 0.7;
        Path2D p = new Path2D.Double();
        p.moveTo(x, y);
        p.quadTo(midX, midY - length * 0.12, tipX, tipY);
        p.quadTo(midX, midY + length * 0.16, x, y);
        p.closePath();
        canvas.fill(p, colour);
    }

    void bush(Place at, Dice dice) {
        Color leaf = light.lit(Ink.rgb(LEAVES[season.ordinal()][2]), at.distance());
        for (int i = 0; i < 4; i++) {
            double r = at.height() * dice.in(0.4, 0.62);
            double x = at.x() + (i - 1.5) * at.height() * 0.5;
            canvas.oval(x, at.base() - r * 0.4, r, r * 0.8, Ink.darker(leaf, 0.05 * (i % 3)));
            if (snowy) {
                canvas.oval(x, at.base() - r * 0.85, r * 0.75, r * 0.34, light.lit(0xf4f8ff, at.distance()));
            }
        }
    }

    /** Blades of grass, or a little mound of snow. */
    void tuft(Place at, Dice dice) {
        Color blade = light.lit(snowy ? 0xdfe9f7 : season == Season.AUTUMN ? 0xb58a3a : 0x3f8f45, at.distance());
        for (int i = 0; i < 5; i++) {
            double lean = dice.in(-0.5, 0.5) * at.height();
            double x = at.x() + (i - 2) * at.height() * 0.16;
            Path2D p = new Path2D.Double();
            p.moveTo(x - at.height() * 0.06, at.base());
            p.quadTo(x, at.base() - at.height() * 0.5, x + lean, at.base() - at.height() * dice.in(0.6, 1));
            p.quadTo(x + at.height() * 0.06, at.base() - at.height() * 0.4, x + at.height() * 0.06, at.base());
            p.closePath();
            canvas.fill(p, i % 2 == 0 ? blade : Ink.darker(blade, 0.14));
        }
    }

    void flower(Place at, Color petal) {
        double r = at.height() * 0.2;
        double top = at.base() - at.height();
        Path2D stem = new Path2D.Double();
        stem.moveTo(at.x(), at.base());
        stem.lineTo(at.x(), top);
        canvas.line(stem, at.height() * 0.07, light.lit(0x3f8f45, at.distance()));
        for (int i = 0; i < 5; i++) {
            double a = i * Math.PI * 2 / 5;
            canvas.oval(
                    at.x() + Math.cos(a) * r, top + Math.sin(a) * r, r * 0.8, r * 0.8, light.lit(petal, at.distance()));
        }
        canvas.oval(at.x(), top, r * 0.65, r * 0.65, light.lit(0xffd24a, at.distance()));
    }
}
