package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Season;

/** A branch that reaches into the picture from one side; what sits on it sits on its upper edge. */
final class Branch {
    private static final int[][] LEAVES = {{0xf7a8c4, 0x8fce6a}, {0x4f9a3f, 0x79bb52}, {0xd9822b, 0xc2502a}};

    private final Canvas canvas;
    private final Light light;
    private final double y;
    private final boolean left;
    private final Season season;

    Branch(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.y = canvas.scene().stage().near();
        this.left = Sky.sunX(canvas) > canvas.width() / 2;
        this.season = canvas.scene().reading().season();
    }

    /** A place along the branch: 0 where it comes in. */
    private double x(double share) {
        return canvas.width() * (left ? share : 1 - share);
    }

    void paint() {
        Color bark = light.lit(0x7a573d, 0.02);
        twig(0.3, -0.07, 0.22, bark);
        twig(0.55, 0.1, -0.17, bark);
        twig(0.78, 0.1, 0.14, bark);
        Path2D wood = new Path2D.Double();
        wood.moveTo(x(-0.03), y - 14);
        wood.curveTo(x(0.08), y - 6, x(0.2), y - 4, x(0.4), y - 5);
        wood.lineTo(x(0.86), y - 4);
        wood.quadTo(x(0.97), y - 8, x(1.0), y - 26);
        wood.quadTo(x(0.98), y + 12, x(0.86), y + 22);
        wood.curveTo(x(0.6), y + 34, x(0.3), y + 44, x(-0.03), y + 82);
        wood.closePath();
        canvas.fill(wood, Canvas.vertical(y - 10, y + 70, Ink.lighter(bark, 0.14), Ink.darker(bark, 0.4)));
        Dice dice = canvas.dice("bark");
        for (int i = 0; i < 12; i++) {
            double from = dice.in(0, 0.8);
            Path2D furrow = new Path2D.Double();
            double at = y + dice.in(6, 34) * (1.1 - from);
            furrow.moveTo(x(from), at);
            furrow.lineTo(x(from + dice.in(0.04, 0.12)), at + dice.in(-4, 2));
            canvas.line(furrow, 2.4, Ink.alpha(Ink.darker(bark, 0.5), 0.4));
        }
        if (canvas.scene().reading().snowy()) {
            canvas.fill(snow(), light.lit(0xf4f8ff, 0));
        }
    }

    private Path2D snow() {
        Path2D snow = new Path2D.Double();
        snow.moveTo(x(-0.03), y - 26);
        snow.curveTo(x(0.2), y - 16, x(0.6), y - 16, x(0.95), y - 14);
        snow.curveTo(x(0.7), y + 10, x(0.4), y, x(0.2), y + 12);
        snow.quadTo(x(0.1), y + 2, x(-0.03), y + 14);
        snow.closePath();
        return snow;
    }

    private void twig(double from, double along, double up, Color bark) {
        Path2D twig = new Path2D.Double();
        twig.moveTo(x(from), y + 12);
        double tipY = y - up * canvas.height();
        twig.quadTo(x(from + along * 0.4), (y + tipY) / 2, x(from + along), tipY);
        canvas.line(twig, 8, Ink.darker(bark, 0.16));
        for (double t = 0.45; t <= 1; t += 0.18) {
            leafage(x(from + along * t), y + (tipY - y) * t, 4, canvas.dice("twig" + from + t));
        }
    }

    /** Leaves before what sits there: where the branch comes in, and at its end. */
    void leaves() {
        Dice dice = canvas.dice("branch leaves");
        leafage(x(0.0), y - 40, 12, dice);
        leafage(x(0.08), y - 20, 9, dice);
        leafage(x(0.03), y + 80, 14, dice);
        leafage(x(0.15), y + 70, 8, dice);
        leafage(x(0.99), y - 20, 10, dice);
        leafage(x(0.62), y + 40, 4, dice);
    }

    private void leafage(double x, double y, int count, Dice dice) {
        if (season == Season.WINTER) {
            return;
        }
        for (int i = 0; i < count; i++) {
            int[] colours = LEAVES[season.ordinal()];
            Color green = light.lit(Ink.mix(Ink.rgb(colours[0]), Ink.rgb(colours[1]), dice.in(0, 1)), 0.02);
            leaf(x + dice.in(-44, 44), y + dice.in(-34, 34), dice.in(44, 74), green, dice.in(0, 6.28));
        }
    }

    private void leaf(double x, double y, double length, Color green, double turn) {
        double tx = x + Math.cos(turn) * length;
        double ty = y + Math.sin(turn) * length;
        double nx = -Math.sin(turn) * length * 0.44;
        double ny = Math.cos(turn) * length * 0.44;
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(x, y);
        leaf.quadTo((x + tx) / 2 + nx, (y + ty) / 2 + ny, tx, ty);
        leaf.quadTo((x + tx) / 2 - nx, (y + ty) / 2 - ny, x, y);
        canvas.fill(leaf, green);
        Path2D vein = new Path2D.Double();
        vein.moveTo(x, y);
        vein.lineTo(x + (tx - x) * 0.85, y + (ty - y) * 0.85);
        canvas.line(vein, 1.6, Ink.alpha(Ink.lighter(green, 0.4), 0.6));
    }
}
