package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Extra;

/** A plain of yellow grass, with umbrella trees far and near, under a wide sky. */
final class Savanna implements Backdrop {
    private final Canvas canvas;
    private final Light light;

    Savanna(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        new Ground(canvas).range(horizon - 4, canvas.height() * 0.13, 0.8, 5);
        plain(horizon - 18, 0.66, "plain far");
        acacias("far", horizon - 8, 62, 0.6);
        plain(horizon + 22, 0.36, "plain middle");
        acacias("middle", horizon + 34, 150, 0.34);
        plain(horizon + 84, 0.06, "plain near");
        pool();
        giant();
        grass("grass behind", horizon + 96, canvas.height() * 0.93, 130, 16);
    }

    private void plain(double y, double distance, String name) {
        Dice dice = canvas.dice(name);
        Path2D land = Lines.rolling(canvas, y, 12, canvas.width() * dice.in(0.8, 1.4), dice);
        Color straw = light.lit(0xd9a94a, distance);
        canvas.fill(land, Canvas.vertical(y - 14, y + 240, Ink.lighter(straw, 0.14), Ink.darker(straw, 0.22)));
    }

    private void pool() {
        double near = canvas.scene().stage().near();
        Color warm = Ink.alpha(Ink.lighter(light.lit(0xe9c46a, 0), 0.35), 0.45);
        canvas.glow(canvas.width() / 2, near, canvas.width() * 0.45, 110, warm);
    }

    private void acacias(String name, double base, double height, double distance) {
        if (!canvas.scene().reading().has(Extra.TREES)) {
            return;
        }
        Dice dice = canvas.dice("acacias " + name);
        int count = (int) Math.round(canvas.width() / 1000 * (distance > 0.5 ? 7 : 3));
        for (int i = 0; i < count; i++) {
            double x = (i + dice.in(0.1, 0.9)) / count * canvas.width();
            acacia(new Trees.Place(x, base + dice.in(-6, 8), height * dice.in(0.7, 1.15), distance), dice);
        }
    }

    /** One large tree at the side that the sun is not. */
    private void giant() {
        if (canvas.scene().reading().has(Extra.TREES)) {
            Dice dice = canvas.dice("giant");
            double x = Sky.sunX(canvas) < canvas.width() / 2 ? canvas.width() * 0.9 : canvas.width() * 0.1;
            double base = canvas.scene().stage().far() + 6;
            acacia(new Trees.Place(x, base, canvas.height() * 0.46, 0.12), dice);
        }
    }

    private void acacia(Trees.Place at, Dice dice) {
        double h = at.height();
        Color bark = light.lit(0x4f3826, at.distance());
        double lean = dice.in(-0.1, 0.1) * h;
        for (int i = -1; i <= 1; i++) {
            Path2D branch = new Path2D.Double();
            branch.moveTo(at.x(), at.base());
            branch.curveTo(
                    at.x() + lean * 0.3,
                    at.base() - h * 0.45,
                    at.x() + lean + i * h * 0.06,
                    at.base() - h * 0.5,
                    at.x() + lean + i * h * 0.3,
                    at.base() - h * 0.8);
            canvas.line(branch, h * (i == 0 ? 0.045 : 0.032), bark);
        }
        Color leaf = light.lit(0x5f7f35, at.distance());
        double[][] crowns = {{-0.26, 0.77, 0.26}, {0.27, 0.79, 0.25}, {0.02, 0.87, 0.36}, {-0.12, 0.93, 0.22}};
        for (double[] c : crowns) {
            double x = at.x() + lean + c[0] * h;
            double y = at.base() - c[1] * h;
            canvas.oval(x, y, c[2] * h, c[2] * h * 0.23, Ink.darker(leaf, 0.16));
            canvas.oval(x - h * 0.02, y - h * 0.022, c[2] * h * 0.88, c[2] * h * 0.16, leaf);
        }
    }

    private void grass(String name, double from, double to, int count, double size) {
        Dice dice = canvas.dice(name);
        for (int i = 0; i < count * canvas.width() / 1000; i++) {
            double t = Math.sqrt((i + 0.5) / (count * canvas.width() / 1000));
            blade(dice.in(0, canvas.width()), from + (to - from) * t, size * (0.5 + t), dice);
        }
    }

    private void blade(double x, double base, double size, Dice dice) {
        Color straw = light.lit(dice.chance(0.5) ? 0xb98a36 : 0xe6c067, 0.03);
        for (int i = -1; i <= 1; i++) {
            Path2D p = new Path2D.Double();
            p.moveTo(x + i * size * 0.1, base);
            p.quadTo(x + i * size * 0.2, base - size * 0.6, x + i * size * 0.45 + dice.in(-3, 3), base - size);
            canvas.line(p, Math.max(1, size * 0.07), straw);
        }
    }

    @Override
    public void front() {
        grass("grass front", canvas.height() + 6, canvas.height() + 12, 90, 62);
    }
}
