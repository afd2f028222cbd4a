package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Extra;
import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Mood;

/** A skyline in three depths, a promenade with lamps in front. */
final class City implements Backdrop {
    private static final int[] WALLS = {0x6f7fa8, 0x8a7f9f, 0xa98b86, 0x7b93a8, 0x9a9fb5};
    private static final int[] NEON = {0xff4fd8, 0x4ff2ff, 0xffe14f, 0x9d6bff};

    private final Canvas canvas;
    private final Light light;
    private final boolean lamps;
    private final boolean neon;

    City(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.neon = canvas.scene().reading().mood() == Mood.NEON;
        this.lamps = canvas.scene().reading().time() != DayTime.DAY || neon;
    }

    @Override
    public void behind() {
        double ground = canvas.scene().stage().horizon() + 24;
        skyline(ground, 1);
        if (canvas.scene().stage().water() > 0) {
            new Water(canvas).paint(ground, canvas.height() + 20);
        } else {
            street(ground);
        }
    }

    /**
     * The sky and the houses before it.
     *
     * @param ground where they stand
     * @param height 1, or how much of that they rise
     */
    void skyline(double ground, double height) {
        new Sky(canvas).paint();
        double h = canvas.height() * height;
        if (canvas.scene().reading().has(Landmark.MOUNTAINS)) {
            new Ground(canvas).massif(ground, h * 0.68, 0.76, 4);
        }
        row(new Row("far", ground, h * 0.52, 0.82, 52));
        haze(ground);
        row(new Row("middle", ground, h * 0.4, 0.52, 84));
        haze(ground);
        row(new Row("near", ground + 6, h * 0.27, 0.2, 128));
    }

    private void haze(double ground) {
        canvas.glow(canvas.width() / 2, ground - 10, canvas.width() * 0.8, 120, Ink.alpha(light.haze(), 0.32));
    }

    private record Row(String name, double base, double height, double distance, double width) {}

    private void row(Row row) {
        Dice dice = canvas.dice("city " + row.name());
        double x = -20;
        while (x < canvas.width() + 20) {
            double w = row.width() * dice.in(0.7, 1.3);
            double h = row.height() * dice.in(0.4, 1);
            house(x, w, h, row, dice);
            x += w * dice.in(0.94, 1.12);
        }
    }

    private void house(double x, double w, double h, Row row, Dice dice) {
        Color wall = light.lit(WALLS[dice.below(WALLS.length)], row.distance());
        double top = row.base() - h;
        roof(x, w, top, wall, dice.below(5));
        canvas.rect(
                x,
                top,
                w,
                h,
                Canvas.vertical(top, row.base(), Ink.lighter(wall, 0.05), Ink.mix(wall, light.haze(), 0.3)));
        canvas.rect(x + w * 0.72, top, w * 0.28, h, Ink.alpha(Ink.darker(wall, 0.3), 0.35));
        windows(x, w, top, row, dice);
    }

    private void roof(double x, double w, double top, Color wall, int style) {
        switch (style) {
            case 0 -> canvas.rect(x + w * 0.47, top - 46, w * 0.06, 48, wall);
            case 1 -> canvas.rect(x + w * 0.2, top - 18, w * 0.6, 20, wall);
            case 2 -> {
                Path2D p = new Path2D.Double();
                p.moveTo(x, top + 1);
                p.lineTo(x + w * 0.5, top - w * 0.42);
                p.lineTo(x + w, top + 1);
                p.closePath();
                canvas.fill(p, Ink.darker(wall, 0.08));
            }
            default -> canvas.rect(x - 2, top - 4, w + 4, 6, Ink.darker(wall, 0.12));
        }
    }

    private void windows(double x, double w, double top, Row row, Dice dice) {
        int columns = Math.max(2, (int) (w / (12 + 12 * (1 - row.distance()))));
        double cell = w / columns;
        Color dark = Ink.alpha(Ink.darker(light.lit(0x2f3f66, row.distance()), 0.2), 0.5);
        for (double y = top + cell * 0.7; y < row.base() - cell * 0.6; y += cell * 1.25) {
            for (int c = 0; c < columns; c++) {
                boolean on = dice.chance(lamps ? 0.46 : 0.08);
                Color glow = Ink.mix(
                        Ink.rgb(neon ? NEON[dice.below(NEON.length)] : 0xffdf8a), light.haze(), row.distance() * 0.45);
                Color glass = on ? Ink.alpha(glow, dice.in(0.65, 1)) : dark;
                canvas.rect(x + c * cell + cell * 0.25, y, cell * 0.5, cell * 0.66, glass);
            }
        }
    }

    private void street(double ground) {
        Color walk = light.lit(canvas.scene().reading().snowy() ? 0xe4ecf6 : 0xb9b2bd, 0);
        Color road = light.lit(canvas.scene().reading().snowy() ? 0xb7c2d2 : 0x5a5b70, 0);
        double h = canvas.height();
        canvas.rect(
                0,
                ground,
                canvas.width(),
                h - ground,
                Canvas.vertical(ground, h, Ink.mix(road, light.haze(), 0.3), road));
        canvas.rect(
                0,
                ground,
                canvas.width(),
                (h - ground) * 0.16,
                Canvas.vertical(ground, ground + 40, Ink.mix(walk, light.haze(), 0.2), walk));
        double middle = ground + (h - ground) * 0.56;
        for (double x = -40; x < canvas.width() + 40; x += 150) {
            Path2D dash = new Path2D.Double();
            dash.moveTo(x, middle);
            dash.lineTo(x + 84, middle);
            dash.lineTo(x + 78, middle + 9);
            dash.lineTo(x - 8, middle + 9);
            dash.closePath();
            canvas.fill(dash, Ink.alpha(light.lit(0xfff1c9, 0), 0.75));
        }
        for (double x = 70; x < canvas.width() && canvas.scene().reading().has(Extra.LAMPS); x += 290) {
            lamp(x, ground + (h - ground) * 0.14);
        }
    }

    private void lamp(double x, double base) {
        Color iron = light.lit(0x2f2f45, 0.05);
        canvas.rect(x - 3, base - 170, 6, 170, iron);
        canvas.rect(x - 9, base - 8, 18, 8, iron);
        Path2D arm = new Path2D.Double();
        arm.moveTo(x, base - 160);
        arm.quadTo(x + 2, base - 186, x + 34, base - 182);
        canvas.line(arm, 5, iron);
        if (lamps) {
            Color glow = neon ? Ink.rgb(0x4ff2ff) : Ink.rgb(0xffdf9a);
            canvas.glow(x + 36, base - 174, 95, 95, Ink.alpha(glow, 0.5));
            canvas.glow(x + 36, base + 4, 110, 22, Ink.alpha(glow, 0.3));
            canvas.oval(x + 36, base - 176, 9, 7, Ink.lighter(glow, 0.5));
        }
    }
}
