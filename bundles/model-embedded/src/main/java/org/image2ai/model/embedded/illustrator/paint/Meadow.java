package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.words.Season;

/** Rolling hills with a few trees, and flowers in front. */
final class Meadow implements Backdrop {
    private static final int[] PETALS = {0xffffff, 0xff8fb8, 0xffd24a, 0xb58cff, 0xff6f61};

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
        ground.hill(horizon - 40, 46, 0.72, "hill far");
        grove("grove far", horizon - 40, 56, 0.66);
        ground.hill(horizon + 6, 38, 0.44, "hill middle");
        grove("grove middle", horizon + 24, 116, 0.36);
        ground.near(horizon + 62, 22);
        flowers("flowers behind", horizon + 90, canvas.height() * 0.9, 60);
    }

    private void grove(String name, double y, double height, double distance) {
        Dice dice = canvas.dice(name);
        int count = (int) (9 * canvas.width() / 1000);
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
