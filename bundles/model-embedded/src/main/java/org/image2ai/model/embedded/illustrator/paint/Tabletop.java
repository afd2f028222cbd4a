package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;

/** A wooden table before a room that is out of focus. */
final class Tabletop implements Backdrop {
    private static final int[][] ROOMS = {
        {0xf0c9a0, 0xd98a5b}, {0xbcd4cf, 0x6f9a97}, {0xe3c1c9, 0xb0728a}, {0xd5cdea, 0x8478b5}
    };

    /** Where the near edge is, as a share of the height. */
    private static final double NEAR = 0.915;

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
        boolean windowLeft = dice.chance(0.5);
        window(canvas.width() * (windowLeft ? 0.26 : 0.74), edge * 0.42);
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
        if (canvas.scene().reading().look().type().isEmpty()) {
            pendant(canvas.width() * (windowLeft ? 0.8 : 0.2), edge * 0.2);
        }
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
        double w = Math.min(canvas.width() * 0.36, 400);
        Color cloth = lamp(Ink.lighter(Ink.rgb(room[1]), 0.35));
        canvas.oval(canvas.width() / 2, y + 6, w, 66, Ink.alpha(Ink.darker(cloth, 0.6), 0.3));
        canvas.oval(canvas.width() / 2, y, w, 64, cloth);
        canvas.oval(canvas.width() / 2, y, w * 0.93, 57, Ink.lighter(cloth, 0.3));
        canvas.oval(canvas.width() / 2, y, w * 0.9, 54, cloth);
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

    /** A table top seen from a little above, so that its grain runs away from the viewer; below it, the dark room. */
    private void table(double edge) {
        double h = canvas.height();
        Color wood = lamp(Ink.rgb(0xb5794a));
        Color floor = lamp(Ink.darker(Ink.rgb(0x6b4a3a), 0.2));
        canvas.rect(
                0, edge + 40, canvas.width(), h - edge, Canvas.vertical(edge + 40, h, Ink.alpha(floor, 0.55), floor));
        legs(wood);
        Shape top = top(edge);
        canvas.fill(top, Canvas.vertical(edge, near(), Ink.lighter(wood, 0.2), Ink.darker(wood, 0.08)));
        Shape clip = canvas.graphics().getClip();
        canvas.graphics().clip(top);
        boards(edge, wood);
        canvas.rect(0, edge, canvas.width(), 5, Ink.alpha(Ink.lighter(wood, 0.6), 0.5));
        Color pool = Ink.alpha(Ink.rgb(0xffe9c4), dark ? 0.22 : 0.36);
        canvas.glow(canvas.width() / 2, canvas.scene().stage().near() - 10, canvas.width() * 0.5, 150, pool);
        canvas.graphics().setClip(clip);
        front(wood);
    }

    private double near() {
        return canvas.height() * NEAR;
    }

    /** How far from the middle a board's side is, at the far and at the near edge. */
    private double half(boolean close) {
        return canvas.width() * (close ? 0.485 : 0.4);
    }

    private Shape top(double edge) {
        return board(-1, 1, edge);
    }

    private Path2D board(double from, double to, double edge) {
        double middle = canvas.width() / 2;
        Path2D board = new Path2D.Double();
        board.moveTo(middle + from * half(false), edge);
        board.lineTo(middle + to * half(false), edge);
        board.lineTo(middle + to * half(true), near());
        board.lineTo(middle + from * half(true), near());
        board.closePath();
        return board;
    }

    private void boards(double edge, Color wood) {
        Dice dice = canvas.dice("planks");
        int count = (int) Math.max(5, Math.round(canvas.width() / 150));
        for (int i = 0; i < count; i++) {
            double from = -1 + 2.0 * i / count;
            double to = -1 + 2.0 * (i + 1) / count;
            Color stain = dice.chance(0.5) ? Ink.darker(wood, 0.25) : Ink.lighter(wood, 0.25);
            Path2D board = board(from, to, edge);
            canvas.fill(board, Ink.alpha(stain, dice.in(0.06, 0.24)));
            grain(from, to, edge, Ink.darker(wood, 0.5));
            canvas.line(board, 1.6, Ink.alpha(Ink.darker(wood, 0.5), 0.4));
        }
    }

    /** Lines that run with the board and bend round a knot. */
    private void grain(double from, double to, double edge, Color colour) {
        Dice dice = canvas.dice("grain" + from);
        double knot = dice.in(0.2, 0.8);
        double at = from + (to - from) * dice.in(0.35, 0.65);
        for (int i = 1; i < 9; i++) {
            double across = from + (to - from) * (i + dice.in(-0.3, 0.3)) / 9;
            double bend = (across < at ? -1 : 1) * (to - from) * 0.09 * Math.exp(-Math.abs(across - at) * 14);
            Path2D line = new Path2D.Double();
            for (double t = 0; t <= 1.001; t += 0.05) {
                double off = bend * Math.exp(-Math.pow((t - knot) * 9, 2));
                double x = canvas.width() / 2 + (across + off) * (half(false) + (half(true) - half(false)) * t);
                double y = edge + (near() - edge) * t;
                if (t == 0) {
                    line.moveTo(x, y);
                } else {
                    line.lineTo(x, y);
                }
            }
            canvas.line(line, dice.in(0.8, 1.8), Ink.alpha(colour, dice.in(0.12, 0.3)));
        }
        double x = canvas.width() / 2 + at * (half(false) + (half(true) - half(false)) * knot);
        canvas.oval(x, edge + (near() - edge) * knot, 5, 8, Ink.alpha(colour, 0.4));
    }

    private void front(Color wood) {
        double x = canvas.width() / 2 - half(true);
        double thick = canvas.height() * 0.03;
        Color side = Ink.darker(wood, 0.24);
        canvas.rect(
                x + 12,
                near() + thick,
                half(true) * 2 - 24,
                thick * 1.4,
                Canvas.vertical(near() + thick, near() + thick * 2.4, Ink.darker(side, 0.5), Ink.darker(side, 0.3)));
        canvas.fill(
                new RoundRectangle2D.Double(x - 4, near() - 2, half(true) * 2 + 8, thick + 2, 10, 10),
                Canvas.vertical(near(), near() + thick, Ink.lighter(side, 0.12), side));
        canvas.rect(x, near() - 1, half(true) * 2, 3, Ink.alpha(Ink.lighter(wood, 0.5), 0.6));
    }

    private void legs(Color wood) {
        for (double side : new double[] {-0.92, 0.92}) {
            double x = canvas.width() / 2 + side * half(true);
            canvas.rect(x - 24, near(), 48, canvas.height() - near(), Ink.darker(wood, 0.42));
            canvas.rect(x - 24, near(), 14, canvas.height() - near(), Ink.darker(wood, 0.3));
        }
    }
}
