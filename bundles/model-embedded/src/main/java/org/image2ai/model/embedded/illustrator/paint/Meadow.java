package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Extra;
import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Season;

/** Rolling hills with a few trees, and flowers in front. */
final class Meadow implements Backdrop {
    private static final int[] PETALS = {0xffffff, 0xff8fb8, 0xffd24a, 0xb58cff, 0xff6f61};

    private static final int[] FALLEN = {0xd9822b, 0xe0a530, 0xc2502a, 0x9c4a2a};

    private final Canvas canvas;
    private final Trees trees;
    private final Ground ground;

    Meadow(Canvas canvas) {
        this.canvas = canvas;
        this.trees = new Trees(canvas);
        this.ground = new Ground(canvas);
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        if (canvas.scene().reading().has(Landmark.MOUNTAINS)) {
            ground.massif(horizon + 6, canvas.height() * 0.46, 0.74, 4);
            ground.range(horizon + 10, canvas.height() * 0.24, 0.56, 8);
        }
        ground.hill(horizon - 40, 46, 0.72, "hill far");
        grove("grove far", horizon - 40, 56, 0.66);
        ground.hill(horizon + 6, 38, 0.44, "hill middle");
        grove("grove middle", horizon + 24, 116, 0.36);
        ground.near(horizon + 62, 22);
        side(horizon + 96);
        leaves(horizon + 90);
        flowers("flowers behind", horizon + 90, canvas.height() * 0.9, 60);
    }

    /** One tree at the side that the sun is not: it frames the picture and gives it depth. */
    private void side(double base) {
        if (canvas.scene().reading().has(Extra.TREES)) {
            Dice dice = canvas.dice("side");
            double x = Sky.sunX(canvas) < canvas.width() / 2 ? canvas.width() * 0.97 : canvas.width() * 0.03;
            trees.leafy(new Trees.Place(x, base, canvas.height() * 0.5, 0.16), dice);
        }
    }

    /** In autumn the ground is full of fallen leaves. */
    private void leaves(double top) {
        if (canvas.scene().reading().season() != Season.AUTUMN) {
            return;
        }
        Dice dice = canvas.dice("fallen");
        for (int i = 0; i < 130 * canvas.width() / 1000; i++) {
            double t = Math.sqrt(dice.in(0, 1));
            double y = top + (canvas.height() - top) * t;
            double r = 2 + 6 * t;
            Color leaf = canvas.light().lit(FALLEN[dice.below(FALLEN.length)], 0.05);
            canvas.oval(dice.in(0, canvas.width()), y, r * 1.5, r * 0.8, leaf);
        }
    }

    private void grove(String name, double y, double height, double distance) {
        Dice dice = canvas.dice(name);
        int count = canvas.scene().reading().has(Extra.TREES) ? (int) (9 * canvas.width() / 1000) : 0;
        for (int i = 0; i < count; i++) {
            double x = canvas.width() * dice.in(0, 1);
            double h = height * dice.in(0.6, 1.2);
            Trees.Place at = new Trees.Place(x, y + dice.in(-10, 30), h, distance);
            if (dice.chance(0.3)) {
                trees.fir(at, dice);
            } else {
                trees.leafy(at, dice);
            }
        }
    }

    private void flowers(String name, double from, double to, int count) {
        Dice dice = canvas.dice(name);
        boolean bare =
                canvas.scene().reading().snowy() || canvas.scene().reading().season() == Season.AUTUMN;
        for (int i = 0; i < count * canvas.width() / 1000; i++) {
            double t = Math.sqrt((i + 0.5) / count);
            double y = from + (to - from) * Math.min(1, t);
            double size = 10 + 24 * t;
            Trees.Place at = new Trees.Place(dice.in(0, canvas.width()), y, size, 0.1);
            Color petal = Ink.rgb(PETALS[dice.below(PETALS.length)]);
            if (bare || dice.chance(0.45)) {
                trees.tuft(at, dice);
            } else {
                trees.flower(at, petal);
            }
        }
    }

    @Override
    public void front() {
        Dice dice = canvas.dice("front");
        boolean bare =
                canvas.scene().reading().snowy() || canvas.scene().reading().season() == Season.AUTUMN;
        for (int i = 0; i < 34 * canvas.width() / 1000; i++) {
            double x = canvas.width() * dice.in(0, 1);
            double edge = Math.abs(x / canvas.width() - 0.5) * 2;
            double size = 34 + 70 * edge * dice.in(0.5, 1);
            Trees.Place at = new Trees.Place(x, canvas.height() + dice.in(0, 16), size, 0);
            trees.tuft(at, dice);
            if (!bare && dice.chance(0.5)) {
                trees.flower(at, Ink.rgb(PETALS[dice.below(PETALS.length)]));
            }
        }
    }
}
