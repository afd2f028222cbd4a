package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;

/** A wooden table before a room that is out of focus. */
final class Tabletop implements Backdrop {
    private static final int[][] ROOMS = {
        {0xf0c9a0, 0xd98a5b}, {0xbcd4cf, 0x6f9a97}, {0xe3c1c9, 0xb0728a}, {0xd5cdea, 0x8478b5}
    };

    private final Canvas canvas;
    private final boolean dark;

    Tabletop(Canvas canvas) {
        this.canvas = canvas;
        this.dark = canvas.scene().reading().time() == DayTime.NIGHT;
    }

    private Color lamp(Color colour) {
        return dark
                ? Ink.times(colour, 0.5, 0.44, 0.56)
                : Ink.mix(canvas.light().lit(colour, 0), colour, 0.5);
    }

    @Override
    public void behind() {
        Dice dice = canvas.dice("table");
        int[] room = ROOMS[dice.below(ROOMS.length)];
        double edge = canvas.scene().stage().horizon();
        canvas.sky(lamp(Ink.lighter(Ink.rgb(room[0]), 0.2)), lamp(Ink.rgb(room[0])), lamp(Ink.rgb(room[1])), edge);
        window(canvas.width() * (dice.chance(0.5) ? 0.26 : 0.74), edge * 0.42);
        for (int i = 0; i < 26 * canvas.width() / 1000; i++) {
            double r = dice.in(18, 70);
            Color spot = Ink.mix(Ink.rgb(0xffdf9f), Ink.rgb(room[0]), dice.in(0, 0.5));
            canvas.oval(
                    dice.in(0, canvas.width()),
                    dice.in(0, edge),
                    r,
                    r,
                    Ink.alpha(Ink.lighter(spot, 0.3), dice.in(0.06, 0.22)));
        }
        pendant(canvas.width() * 0.5, edge * 0.2);
        table(edge);
        placemat();
    }

    private void pendant(double x, double y) {
        Color brass = lamp(Ink.rgb(0x6b4a3a));
        canvas.rect(x - 2, 0, 4, y - 20, brass);
        Path2D shade = new Path2D.Double();
        shade.moveTo(x - 22, y - 26);
        shade.quadTo(x - 30, y + 24, x - 92, y + 40);
        shade.lineTo(x + 92, y + 40);
        shade.quadTo(x + 30, y + 24, x + 22, y - 26);
        shade.closePath();
        canvas.glow(x, y + 60, 320, 300, Ink.alpha(Ink.rgb(0xffe2a0), dark ? 0.55 : 0.3));
        canvas.fill(shade, brass);
        canvas.oval(x, y + 40, 92, 12, Ink.rgb(0xfff0c4));
    }

    private void placemat() {
        Dice dice = canvas.dice("placemat");
        int[] room = ROOMS[dice.below(ROOMS.length)];
        double y = canvas.scene().stage().near();
        double w = Math.min(canvas.width() * 0.42, 460);
        Color cloth = lamp(Ink.lighter(Ink.rgb(room[1]), 0.35));
        canvas.oval(canvas.width() / 2, y + 8, w, 88, Ink.alpha(Ink.darker(cloth, 0.6), 0.3));
        canvas.oval(canvas.width() / 2, y, w, 86, cloth);
        canvas.oval(canvas.width() / 2, y, w * 0.93, 78, Ink.lighter(cloth, 0.3));
        canvas.oval(canvas.width() / 2, y, w * 0.9, 75, cloth);
    }

    private void window(double x, double y) {
        Color sky = canvas.light().low();
        canvas.glow(x, y, 340, 340, Ink.alpha(Ink.lighter(sky, 0.4), 0.75));
        for (int i = 0; i < 4; i++) {
            double px = x + (i % 2 == 0 ? -96 : 8);
            double py = y + (i < 2 ? -130 : 8);
            canvas.fill(new RoundRectangle2D.Double(px, py, 88, 122, 20, 20), Ink.alpha(Ink.lighter(sky, 0.55), 0.6));
        }
    }

    private void table(double edge) {
        Dice dice = canvas.dice("planks");
        double h = canvas.height();
        Color wood = lamp(Ink.rgb(0xb5794a));
        canvas.rect(
                0,
                edge,
                canvas.width(),
                h - edge,
                Canvas.vertical(edge, h, Ink.lighter(wood, 0.16), Ink.darker(wood, 0.12)));
        double middle = canvas.width() / 2;
        for (int i = -9; i < 9; i++) {
            Color stain = dice.chance(0.5) ? Ink.darker(wood, 0.25) : Ink.lighter(wood, 0.25);
            Path2D plank = plank(middle, i, edge);
            canvas.fill(plank, Ink.alpha(stain, dice.in(0.04, 0.22)));
            canvas.line(plank, 1.6, Ink.alpha(Ink.darker(wood, 0.45), 0.35));
        }
        canvas.rect(0, edge, canvas.width(), 5, Ink.alpha(Ink.lighter(wood, 0.6), 0.5));
        canvas.glow(
                middle,
                canvas.scene().stage().near() - 10,
                canvas.width() * 0.5,
                150,
                Ink.alpha(Ink.rgb(0xffe9c4), dark ? 0.22 : 0.36));
    }

    private Path2D plank(double middle, int number, double edge) {
        Path2D plank = new Path2D.Double();
        plank.moveTo(middle + number * 96, edge);
        plank.lineTo(middle + (number + 1) * 96, edge);
        plank.lineTo(middle + (number + 1) * 180, canvas.height());
        plank.lineTo(middle + number * 180, canvas.height());
        plank.closePath();
        return plank;
    }
}
