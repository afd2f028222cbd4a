package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Season;
import org.image2ai.model.embedded.illustrator.words.Style;

/** A clearing in a wood: rows of trees that fade into the distance, trunks that frame it. */
final class Woods implements Backdrop {
    private final Canvas canvas;
    private final Light light;
    private final Trees trees;
    private final Ground ground;
    private final boolean tropical;

    Woods(Canvas canvas, boolean tropical) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.trees = new Trees(canvas);
        this.ground = new Ground(canvas);
        this.tropical = tropical;
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        double tall = canvas.height() * 0.34;
        ground.hill(horizon - 34, 14, 0.78, "floor");
        row(new Row("far", horizon + 10, tall * 1.05, 0.86, 40));
        mist(horizon + 6);
        row(new Row("middle", horizon + 30, tall * 1.25, 0.6, 66));
        mist(horizon + 30);
        row(new Row("nearer", horizon + 56, tall * 1.55, 0.34, 118));
        ground.near(horizon + 40, 14);
        shafts();
        sides();
        tufts("grass", horizon + 70, canvas.height() * 0.96, 26);
    }

    private record Row(String name, double base, double height, double distance, double gap) {}

    private void row(Row row) {
        Dice dice = canvas.dice(row.name());
        double middle = canvas.width() / 2;
        for (double x = -40; x < canvas.width() + 60; x += row.gap() * dice.in(0.6, 1.3)) {
            double open = row.distance() < 0.5 ? Math.min(1, Math.abs(x - middle) / (canvas.width() * 0.34)) : 1;
            if (open < 0.62) {
                continue;
            }
            double height = row.height() * dice.in(0.72, 1.12) * (0.7 + 0.3 * open);
            tree(new Trees.Place(x, row.base() + dice.in(-8, 12), height, row.distance()), dice);
        }
    }

    private void tree(Trees.Place at, Dice dice) {
        Season season = canvas.scene().reading().season();
        if (tropical) {
            if (dice.chance(0.45)) {
                trees.palm(at, dice);
            } else {
                trees.leafy(at, dice);
            }
        } else if (season == Season.WINTER || dice.chance(season == Season.SUMMER ? 0.6 : 0.25)) {
            trees.fir(at, dice);
        } else {
            trees.leafy(at, dice);
        }
    }

    private void mist(double y) {
        Color haze = Ink.alpha(Ink.lighter(light.haze(), 0.1), 0.34);
        canvas.glow(canvas.width() / 2, y, canvas.width() * 0.75, 70, haze);
    }

    private void sides() {
        Dice dice = canvas.dice("sides");
        double base = canvas.scene().stage().horizon() + 90;
        double tall = canvas.height() * 0.62;
        tree(new Trees.Place(canvas.width() * dice.in(-0.02, 0.06), base, tall * dice.in(0.85, 1.05), 0.14), dice);
        tree(new Trees.Place(canvas.width() * dice.in(0.93, 1.02), base + 14, tall * dice.in(0.85, 1.1), 0.14), dice);
    }

    private void shafts() {
        if (canvas.scene().reading().time() == DayTime.NIGHT) {
            return;
        }
        Dice dice = canvas.dice("shafts");
        for (int i = 0; i < 4; i++) {
            double x = canvas.width() * dice.in(0.2, 0.8);
            double w = dice.in(30, 80);
            Path2D shaft = new Path2D.Double();
            shaft.moveTo(x, 0);
            shaft.lineTo(x + w, 0);
            shaft.lineTo(x + w * 2.2 - 120, canvas.height() * 0.8);
            shaft.lineTo(x - 160, canvas.height() * 0.8);
            shaft.closePath();
            canvas.fade(shaft, Ink.alpha(light.sun(), 0.2), Ink.alpha(light.sun(), 0));
        }
    }

    private void tufts(String name, double from, double to, int count) {
        Dice dice = canvas.dice(name);
        for (int i = 0; i < count; i++) {
            double y = from + (to - from) * Math.sqrt((i + 0.5) / count);
            double x = dice.in(0, canvas.width());
            double size = 14 + 26 * (y - from) / (to - from);
            trees.tuft(new Trees.Place(x, y, size, 0.05), dice);
        }
    }

    @Override
    public void front() {
        Dice dice = canvas.dice("front");
        Color bark = Ink.mix(light.lit(tropical ? 0x3a3526 : 0x43332b, 0), light.haze(), 0.12);
        boolean bleeds = canvas.scene().reading().look().styleOrFlat() == Style.WATERCOLOUR;
        if (!bleeds) {
            trunk(canvas.width() * dice.in(0, 0.03), 40, bark);
            trunk(canvas.width() * dice.in(0.97, 1), 48, bark);
            canopy(dice);
        }
        double bottom = canvas.height() + 14;
        for (int i = 0; i < 9; i++) {
            double side = i % 2 == 0 ? dice.in(0, 0.2) : dice.in(0.8, 1);
            double size = dice.in(50, 90);
            if (tropical || !canvas.scene().reading().snowy()) {
                fern(canvas.width() * side, bottom, size * 1.7, bark, dice);
            } else {
                trees.bush(new Trees.Place(canvas.width() * side, bottom, size, 0), dice);
            }
        }
    }

    /** Leaves that hang in from the upper corners. */
    private void canopy(Dice dice) {
        Color leaf = Ink.mix(light.lit(tropical ? 0x1f6b45 : canopyColour(), 0), light.haze(), 0.08);
        for (int i = 0; i < 26; i++) {
            double side = i % 2 == 0 ? dice.in(-0.04, 0.22) : dice.in(0.78, 1.04);
            double edge = Math.abs(side - 0.5) * 2;
            double y = dice.in(-30, 20) + 90 * Math.max(0, edge - 0.55);
            double r = dice.in(34, 74);
            Color shade = Ink.darker(leaf, dice.in(0.05, 0.38));
            canvas.oval(canvas.width() * side, y, r, r * 0.8, shade);
        }
    }

    private int canopyColour() {
        if (canvas.scene().reading().snowy()) {
            return 0xdfe9f5;
        }
        return switch (canvas.scene().reading().season()) {
            case AUTUMN -> 0xb5622a;
            case SPRING -> 0x7fb35a;
            default -> 0x35703f;
        };
    }

    private void trunk(double x, double w, Color bark) {
        Path2D p = new Path2D.Double();
        double h = canvas.height();
        p.moveTo(x - w * 1.25, h + 10);
        p.quadTo(x - w * 0.6, h * 0.75, x - w * 0.62, h * 0.4);
        p.lineTo(x - w * 0.5, -10);
        p.lineTo(x + w * 0.5, -10);
        p.quadTo(x + w * 0.5, h * 0.6, x + w * 1.25, h + 10);
        p.closePath();
        canvas.fill(p, Canvas.vertical(0, h, bark, Ink.darker(bark, 0.35)));
        furrows(x, w, Ink.darker(bark, 0.3));
    }

    private void furrows(double x, double w, Color dark) {
        Dice dice = canvas.dice("furrows" + (int) x);
        for (int i = 0; i < 12; i++) {
            double fx = x + dice.in(-0.4, 0.4) * w;
            double y = canvas.height() * dice.in(0, 0.9);
            Path2D p = new Path2D.Double();
            p.moveTo(fx, y);
            p.quadTo(fx + dice.in(-7, 7), y + 30, fx + dice.in(-4, 4), y + dice.in(50, 120));
            canvas.line(p, dice.in(2, 5), Ink.alpha(dark, 0.6));
        }
    }

    private void fern(double x, double base, double size, Color dark, Dice dice) {
        Color leaf = Ink.mix(light.lit(tropical ? 0x1f6b45 : 0x2c6b3a, 0), dark, dice.in(0.35, 0.6));
        for (int i = -3; i <= 3; i++) {
            double angle = -Math.PI / 2 + i * 0.3 + dice.in(-0.08, 0.08);
            double tx = x + Math.cos(angle) * size;
            double ty = base + Math.sin(angle) * size;
            Path2D p = new Path2D.Double();
            p.moveTo(x, base);
            p.quadTo(x + Math.cos(angle - 0.35) * size * 0.6, base + Math.sin(angle - 0.35) * size * 0.6, tx, ty);
            p.quadTo(x + Math.cos(angle + 0.25) * size * 0.55, base + Math.sin(angle + 0.25) * size * 0.55, x, base);
            p.closePath();
            canvas.fill(p, i % 2 == 0 ? leaf : Ink.darker(leaf, 0.14));
        }
    }
}
