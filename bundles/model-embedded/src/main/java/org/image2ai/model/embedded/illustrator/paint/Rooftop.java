package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;

/** A tiled roof above a city: its skyline lies behind and below, chimneys stand at the sides. */
final class Rooftop implements Backdrop {
    private static final int[][] CLAYS = {
        {0xb9573c, 0xc96a48, 0xa94a36}, {0x8d5a6b, 0x9c6a78, 0x7d4d60}, {0x5f7088, 0x70829b, 0x516178}
    };
    private static final double FIRST_COURSE = 30;
    private static final double NEARER = 1.16;

    private final Canvas canvas;
    private final Light light;
    private final double ridge;
    private final boolean snowy;

    Rooftop(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.ridge = canvas.scene().stage().horizon();
        this.snowy = canvas.scene().reading().snowy();
    }

    @Override
    public void behind() {
        new City(canvas).skyline(ridge + 30, 0.86);
        Dice dice = canvas.dice("roof");
        int[] clays = CLAYS[dice.below(CLAYS.length)];
        boolean left = Sky.sunX(canvas) > canvas.width() / 2;
        chimney(canvas.width() * (left ? 0.1 : 0.9), 150, clays[0]);
        aerial(canvas.width() * (left ? 0.93 : 0.07));
        slope(clays, dice);
        ridge(clays);
        canvas.glow(canvas.width() / 2, canvas.scene().stage().near(), canvas.width() * 0.46, 120, pool());
    }

    private Color pool() {
        boolean night = canvas.scene().reading().time() == DayTime.NIGHT;
        return Ink.alpha(Ink.lighter(light.sun(), 0.2), night ? 0.16 : 0.24);
    }

    /** Courses of tiles, each wider and nearer than the one above it. */
    private void slope(int[] clays, Dice dice) {
        Color under = light.lit(Ink.darker(Ink.rgb(clays[2]), 0.35), 0);
        canvas.rect(0, ridge, canvas.width(), canvas.height() - ridge, under);
        double height = FIRST_COURSE;
        int course = 0;
        for (double y = ridge; y < canvas.height() + height; y += height * 0.82) {
            course(y, height, course++, clays, dice);
            height *= NEARER;
        }
    }

    private void course(double y, double height, int number, int[] clays, Dice dice) {
        double wide = height * 1.3;
        double middle = canvas.width() / 2;
        int half = (int) Math.ceil(middle / wide) + 1;
        double shift = number % 2 == 0 ? 0 : 0.5;
        double far = Math.max(0, 0.16 - number * 0.03);
        for (int i = -half; i <= half; i++) {
            Color clay = light.lit(Ink.rgb(clays[dice.below(clays.length)]), far);
            tile(middle + (i + shift) * wide, y, wide, height, clay);
        }
        canvas.rect(
                0,
                y,
                canvas.width(),
                height * 0.22,
                Canvas.vertical(y, y + height * 0.22, Ink.alpha(Color.BLACK, 0.26), Ink.alpha(Color.BLACK, 0)));
    }

    private void tile(double x, double y, double wide, double height, Color clay) {
        Path2D tile = new Path2D.Double();
        double w = wide * 0.47;
        tile.moveTo(x - w, y);
        tile.lineTo(x - w, y + height * 0.6);
        tile.quadTo(x - w, y + height, x, y + height);
        tile.quadTo(x + w, y + height, x + w, y + height * 0.6);
        tile.lineTo(x + w, y);
        tile.closePath();
        Color top = snowy ? light.lit(0xe8eff8, 0) : Ink.darker(clay, 0.1);
        canvas.fill(tile, Canvas.vertical(y, y + height, top, Ink.lighter(clay, 0.1)));
    }

    private void ridge(int[] clays) {
        Color cap = snowy ? light.lit(0xf2f6fc, 0) : light.lit(Ink.lighter(Ink.rgb(clays[1]), 0.1), 0.1);
        canvas.rect(
                0,
                ridge - 12,
                canvas.width(),
                22,
                Canvas.vertical(ridge - 12, ridge + 10, Ink.lighter(cap, 0.16), Ink.darker(cap, 0.2)));
        for (double x = 20; x < canvas.width(); x += 58) {
            canvas.rect(x, ridge - 13, 4, 24, Ink.alpha(Ink.darker(cap, 0.45), 0.5));
        }
    }

    private void chimney(double x, double height, int clay) {
        Color brick = light.lit(Ink.darker(Ink.rgb(clay), 0.14), 0.1);
        double w = 96;
        double top = ridge - height;
        canvas.rect(x - w / 2, top, w, height + 20, brick);
        canvas.rect(x + w * 0.2, top, w * 0.3, height + 20, Ink.alpha(Color.BLACK, 0.16));
        for (int row = 0; row * 18 < height; row++) {
            double y = top + row * 18;
            canvas.rect(x - w / 2, y, w, 2, Ink.alpha(Ink.darker(brick, 0.5), 0.35));
            for (double at = x - w / 2 + (row % 2 == 0 ? 16 : 32); at < x + w / 2; at += 32) {
                canvas.fill(new Rectangle2D.Double(at, y, 2, 18), Ink.alpha(Ink.darker(brick, 0.5), 0.35));
            }
        }
        canvas.rect(x - w * 0.6, top - 14, w * 1.2, 18, snowy ? light.lit(0xf2f6fc, 0) : Ink.lighter(brick, 0.14));
        canvas.rect(x - w * 0.3, top - 40, w * 0.22, 28, Ink.darker(brick, 0.2));
        canvas.rect(x + w * 0.08, top - 40, w * 0.22, 28, Ink.darker(brick, 0.2));
    }

    private void aerial(double x) {
        Color iron = light.lit(0x3a3a4a, 0.1);
        canvas.rect(x - 2.5, ridge - 190, 5, 190, iron);
        for (int i = 0; i < 4; i++) {
            double half = 44 - i * 7;
            canvas.rect(x - half, ridge - 178 + i * 22, half * 2, 4, iron);
        }
    }
}
