package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Landmark;

/** A brick wall along a pavement, with ivy where the words want it. */
final class Wall implements Backdrop {
    private static final int[] CLAYS = {0xb5573f, 0xa84b38, 0xc0654a, 0x9c4636, 0xb86a55};
    private static final double HIGH = 34;
    private static final double LONG = 92;

    private final Canvas canvas;
    private final Light light;

    Wall(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        double foot = canvas.scene().stage().horizon();
        bricks(0, foot);
        boolean night = canvas.scene().reading().time() == DayTime.NIGHT;
        Color shine = night ? Ink.alpha(Ink.rgb(0xffc873), 0.3) : Ink.alpha(Ink.lighter(light.sun(), 0.2), 0.3);
        canvas.glow(Sky.sunX(canvas), foot * 0.2, canvas.width() * 0.7, foot * 0.9, shine);
        pavement(foot);
        if (canvas.scene().reading().has(Landmark.IVY)) {
            ivy(foot);
        }
    }

    /** Courses of bricks between two heights. */
    void bricks(double top, double foot) {
        Dice dice = canvas.dice("bricks");
        Color mortar = light.lit(0x8d7a70, 0.04);
        canvas.rect(0, top, canvas.width(), foot - top, mortar);
        int course = 0;
        for (double y = top; y < foot; y += HIGH, course++) {
            double height = Math.min(HIGH, foot - y) - 4;
            for (double x = course % 2 == 0 ? 0 : -LONG / 2; x < canvas.width() && height > 0; x += LONG) {
                Color clay = light.lit(CLAYS[dice.below(CLAYS.length)], 0.04);
                RoundRectangle2D brick = new RoundRectangle2D.Double(x, y, LONG - 4, height, 5, 5);
                canvas.graphics()
                        .setPaint(Canvas.vertical(y, y + HIGH, Ink.lighter(clay, 0.08), Ink.darker(clay, 0.1)));
                canvas.graphics().fill(brick);
            }
        }
    }

    private void pavement(double foot) {
        boolean snowy = canvas.scene().reading().snowy();
        Color stone = light.lit(snowy ? 0xe4ecf6 : 0xb9b2ad, 0);
        double h = canvas.height();
        canvas.rect(0, foot, canvas.width(), h - foot, Canvas.vertical(foot, h, Ink.darker(stone, 0.1), stone));
        canvas.rect(
                0,
                foot - 2,
                canvas.width(),
                34,
                Canvas.vertical(foot, foot + 30, Ink.alpha(Color.BLACK, 0.32), Ink.alpha(Color.BLACK, 0)));
        double middle = canvas.width() / 2;
        for (int i = -9; i <= 9; i++) {
            Path2D seam = new Path2D.Double();
            seam.moveTo(middle + i * 130, foot);
            seam.lineTo(middle + i * 230, h);
            canvas.line(seam, 2.4, Ink.alpha(Ink.darker(stone, 0.4), 0.4));
        }
        for (double t : new double[] {0.3, 0.72}) {
            canvas.rect(0, foot + (h - foot) * t, canvas.width(), 2.4, Ink.alpha(Ink.darker(stone, 0.4), 0.4));
        }
    }

    /** Shoots that climb and spread, with leaves along them. */
    private void ivy(double foot) {
        Dice dice = canvas.dice("ivy");
        double w = canvas.width();
        double side = Sky.sunX(canvas) < w / 2 ? 1 : 0;
        for (int i = 0; i < 15 * w / 1000; i++) {
            double x = w * Math.abs(side - Math.pow(dice.in(0, 1), 1.6));
            double edge = 1 - Math.abs(side - x / w);
            double tall = foot * (0.3 + 0.75 * edge * dice.in(0.6, 1.1));
            shoot(x, foot + 6, tall, dice);
        }
    }

    private void shoot(double x, double base, double tall, Dice dice) {
        double sway = dice.in(-0.5, 0.5);
        double phase = dice.in(0, 6.28);
        Path2D stem = new Path2D.Double();
        stem.moveTo(x, base);
        for (double y = 0; y < tall; y += 14) {
            stem.lineTo(x + sway * y * 0.5 + Math.sin(y / 70 + phase) * 18, base - y);
        }
        canvas.line(stem, 4.5, light.lit(0x5b4632, 0.02));
        for (double y = 4; y < tall; y += 9) {
            double cx = x + sway * y * 0.5 + Math.sin(y / 70 + phase) * 18;
            double spread = 58 * (1 - 0.6 * y / tall);
            leaf(cx + dice.in(-spread, spread), base - y + dice.in(-12, 12), dice.in(13, 24), dice);
        }
    }

    /** A leaf of three lobes, hanging. */
    private void leaf(double x, double y, double r, Dice dice) {
        Color green = light.lit(Ink.mix(Ink.rgb(0x2c6e36), Ink.rgb(0x6fb14c), dice.in(0, 1)), 0.02);
        double turn = dice.in(-0.5, 0.5);
        Path2D leaf = new Path2D.Double();
        double[][] rim = {
            {0, -0.5},
            {0.42, -0.72},
            {0.5, -0.3},
            {1, -0.1},
            {0.52, 0.24},
            {0, 1.1},
            {-0.52, 0.24},
            {-1, -0.1},
            {-0.5, -0.3},
            {-0.42, -0.72}
        };
        for (int i = 0; i < rim.length; i++) {
            double px = x + r * (rim[i][0] * Math.cos(turn) - rim[i][1] * Math.sin(turn));
            double py = y + r * (rim[i][0] * Math.sin(turn) + rim[i][1] * Math.cos(turn));
            if (i == 0) {
                leaf.moveTo(px, py);
            } else {
                leaf.lineTo(px, py);
            }
        }
        leaf.closePath();
        canvas.oval(x + 2, y + 4, r * 0.8, r * 0.7, Ink.alpha(Color.BLACK, 0.12));
        canvas.fill(leaf, green);
    }
}
