package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Weather;

/** A room with a window, a shelf and a rug; at night a lamp is on. */
final class Room implements Backdrop {
    private static final int[] WALLS = {0xe9c9a6, 0xa9c6c2, 0xd9b0ab, 0xb9b4d9, 0xc9d1a8};
    private static final int[] SPINES = {0xc94f4f, 0x4f7fc9, 0xe0a93f, 0x4fa36b, 0x8a5bb0, 0xd98a5b};

    private final Canvas canvas;
    private final Light light;
    private final Color wall;
    private final boolean dark;
    private final boolean mirrored;

    Room(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        Dice dice = canvas.dice("room");
        this.dark = canvas.scene().reading().time() == DayTime.NIGHT;
        this.wall = lamp(WALLS[dice.below(WALLS.length)]);
        this.mirrored = dice.chance(0.5);
    }

    /** Indoors a lamp softens the night. */
    private Color lamp(int material) {
        return dark
                ? Ink.times(Ink.rgb(material), 0.66, 0.58, 0.66)
                : Ink.mix(light.lit(material, 0), Ink.rgb(material), 0.5);
    }

    private double x(double share) {
        return canvas.width() * (mirrored ? 1 - share : share);
    }

    @Override
    public void behind() {
        double floor = canvas.scene().stage().horizon();
        canvas.rect(
                0, 0, canvas.width(), floor, Canvas.vertical(0, floor, Ink.lighter(wall, 0.1), Ink.darker(wall, 0.1)));
        for (double x = 0; x < canvas.width(); x += 84) {
            canvas.rect(x, 0, 42, floor, Ink.alpha(Ink.lighter(wall, 0.5), 0.13));
        }
        window(x(0.27), floor * 0.4);
        shelf(x(0.77), floor * 0.36);
        planks(floor);
        canvas.rect(0, floor - 22, canvas.width(), 24, Ink.lighter(wall, 0.45));
        rug();
        lampshade(x(0.94), floor + 40);
        if (canvas.scene().things().isEmpty()) {
            piece("armchair", x(0.62), floor + 110, 330);
            piece("potted-plant", x(0.1), floor + 60, 190);
        }
    }

    /** A room in which nothing else is to be seen is furnished. */
    private void piece(String icon, double x, double base, double height) {
        Sprite sprite = Icons.sprite(icon, height * canvas.pixels());
        double w = sprite.width() / canvas.pixels();
        double h = sprite.height() / canvas.pixels();
        Color tint = lamp(0xffffff);
        new Shine(tint, tint, 0, 0).apply(sprite.image());
        canvas.glow(x, base, w * 0.6, 26, Ink.alpha(Color.BLACK, 0.4));
        AffineTransform place = AffineTransform.getTranslateInstance(x - w / 2, base - h);
        place.scale(1 / canvas.pixels(), 1 / canvas.pixels());
        canvas.graphics().drawImage(sprite.image(), place, null);
    }

    private void window(double x, double y) {
        double w = 250;
        double h = 300;
        RoundRectangle2D glass = new RoundRectangle2D.Double(x - w / 2, y - h / 2, w, h, 18, 18);
        canvas.fill(
                new RoundRectangle2D.Double(x - w / 2 - 16, y - h / 2 - 16, w + 32, h + 32, 26, 26), lamp(0xfff8ee));
        canvas.fill(glass, Canvas.vertical(y - h / 2, y + h / 2, light.middle(), light.low()));
        var clip = canvas.graphics().getClip();
        canvas.graphics().clip(glass);
        weather(x, y, w, h);
        canvas.oval(
                x - 60,
                y + h / 2 + 30,
                150,
                90,
                light.lit(canvas.scene().reading().snowy() ? 0xeaf2fb : 0x69b24a, 0.5));
        canvas.oval(
                x + 80,
                y + h / 2 + 40,
                150,
                80,
                light.lit(canvas.scene().reading().snowy() ? 0xdfe9f5 : 0x4f9a3f, 0.35));
        canvas.graphics().setClip(clip);
        Color bar = lamp(0xfff8ee);
        canvas.rect(x - 5, y - h / 2, 10, h, bar);
        canvas.rect(x - w / 2, y - 5, w, 10, bar);
        curtain(x - w / 2 - 34, y - h / 2 - 34, h + 90);
        curtain(x + w / 2 - 30, y - h / 2 - 34, h + 90);
        canvas.fill(new RoundRectangle2D.Double(x - w / 2 - 60, y - h / 2 - 44, w + 120, 12, 12, 12), lamp(0x8a5a3c));
    }

    /** Sun or moon, or what falls from the sky. */
    private void weather(double x, double y, double w, double h) {
        Weather weather = canvas.scene().reading().weather();
        boolean wet = weather == Weather.RAIN || weather == Weather.STORM;
        Dice dice = canvas.dice("window");
        if (!wet && weather != Weather.FOG) {
            canvas.oval(x + 50, y - 70, 30, 30, Ink.lighter(light.sun(), 0.3));
            canvas.glow(x + 50, y - 70, 150, 150, Ink.alpha(light.sun(), 0.5));
        }
        for (int i = 0; i < 46 && (wet || weather == Weather.SNOW); i++) {
            double px = x + dice.in(-0.5, 0.5) * w;
            double py = y + dice.in(-0.5, 0.5) * h;
            canvas.oval(px, py, wet ? 1.2 : 4, wet ? 15 : 4, Ink.alpha(Color.WHITE, wet ? 0.5 : 0.9));
        }
    }

    private void curtain(double x, double y, double h) {
        Color cloth = lamp(0xf4efe6);
        for (int i = 0; i < 4; i++) {
            canvas.fade(
                    new Rectangle2D.Double(x + i * 16, y, 17, h),
                    Ink.darker(cloth, i % 2 * 0.1),
                    Ink.darker(cloth, 0.08 + i % 2 * 0.1));
        }
    }

    private void shelf(double x, double y) {
        Dice dice = canvas.dice("shelf");
        for (int row = 0; row < 2; row++) {
            double base = y + row * 130;
            double at = x - 120;
            while (at < x + 84) {
                double w = dice.in(12, 26);
                double h = dice.in(52, 88);
                canvas.rect(at, base - h, w, h, lamp(SPINES[dice.below(SPINES.length)]));
                canvas.rect(at, base - h * 0.8, w, 5, Ink.alpha(Color.WHITE, 0.3));
                at += w + dice.in(0, 3) + (dice.chance(0.12) ? 26 : 0);
            }
            canvas.fill(new RoundRectangle2D.Double(x - 140, base, 280, 14, 6, 6), lamp(0x8a5a3c));
            canvas.rect(x - 136, base + 14, 272, 10, Ink.alpha(Color.BLACK, 0.1));
        }
    }

    private void planks(double floor) {
        double h = canvas.height();
        Color wood = lamp(0xb9835a);
        canvas.rect(0, floor, canvas.width(), h - floor, Canvas.vertical(floor, h, Ink.darker(wood, 0.1), wood));
        double vanish = canvas.width() / 2;
        for (int i = -16; i <= 16; i++) {
            Path2D seam = new Path2D.Double();
            seam.moveTo(vanish + i * 60, floor);
            seam.lineTo(vanish + i * 150, h);
            canvas.line(seam, 2.4, Ink.alpha(Ink.darker(wood, 0.35), 0.5));
        }
    }

    private void rug() {
        double y = canvas.scene().stage().near() + 6;
        Dice dice = canvas.dice("rug");
        Color rug = lamp(SPINES[dice.below(SPINES.length)]);
        double w = Math.min(canvas.width() * 0.44, 520);
        canvas.oval(canvas.width() / 2, y, w, 84, rug);
        canvas.oval(canvas.width() / 2, y, w * 0.9, 72, Ink.lighter(rug, 0.35));
        canvas.oval(canvas.width() / 2, y, w * 0.82, 64, rug);
    }

    private void lampshade(double x, double base) {
        canvas.rect(x - 4, base - 330, 8, 330, lamp(0x5a4636));
        canvas.oval(x, base, 46, 10, lamp(0x5a4636));
        Path2D shade = new Path2D.Double();
        shade.moveTo(x - 40, base - 400);
        shade.lineTo(x + 40, base - 400);
        shade.lineTo(x + 66, base - 310);
        shade.lineTo(x - 66, base - 310);
        shade.closePath();
        canvas.fill(shade, dark ? Ink.rgb(0xffe2a0) : lamp(0xf4d9a6));
        if (dark) {
            canvas.glow(x, base - 340, 460, 460, Ink.alpha(Ink.rgb(0xffc873), 0.5));
        }
    }
}
