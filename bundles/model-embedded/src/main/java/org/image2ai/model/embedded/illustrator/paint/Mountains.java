package org.image2ai.model.embedded.illustrator.paint;

import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Ranges of mountains, foothills with firs, a slope in front. */
final class Mountains implements Backdrop {
    private final Canvas canvas;
    private final Trees trees;
    private final Ground ground;

    Mountains(Canvas canvas) {
        this.canvas = canvas;
        this.trees = new Trees(canvas);
        this.ground = new Ground(canvas);
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        ground.range(horizon + 10, canvas.height() * 0.46, 0.82, 4);
        haze(horizon);
        ground.range(horizon + 40, canvas.height() * 0.33, 0.5, 8);
        haze(horizon + 40);
        ground.hill(horizon + 6, 26, 0.34, "foothill");
        firs("far firs", horizon + 22, 66, 0.34);
        ground.near(horizon + 70, 20);
        firs("near firs", horizon + 96, 130, 0.12);
    }

    private void haze(double y) {
        canvas.glow(
                canvas.width() / 2,
                y,
                canvas.width() * 0.8,
                90,
                Ink.alpha(canvas.light().haze(), 0.42));
    }

    /** In autumn and spring the woods are not only of firs. */
    private double leafy() {
        return switch (canvas.scene().reading().season()) {
            case AUTUMN -> 0.65;
            case SPRING -> 0.35;
            default -> 0.08;
        };
    }

    private void firs(String name, double y, double height, double distance) {
        Dice dice = canvas.dice(name);
        for (double x = -20; x < canvas.width() + 20; x += height * dice.in(0.22, 0.8)) {
            double edge = Math.abs(x / canvas.width() - 0.5) * 2;
            if (distance > 0.2 ? dice.chance(0.72) : edge > 0.72 && dice.chance(0.8)) {
                double h = height * dice.in(0.6, 1.15);
                Trees.Place at = new Trees.Place(x, y + dice.in(-6, 26), h, distance);
                if (dice.chance(leafy())) {
                    trees.leafy(at, dice);
                } else {
                    trees.fir(at, dice);
                }
            }
        }
    }

    @Override
    public void front() {
        Dice dice = canvas.dice("front");
        for (int i = 0; i < 16; i++) {
            double x = canvas.width() * (i % 2 == 0 ? dice.in(0, 0.3) : dice.in(0.7, 1));
            trees.tuft(new Trees.Place(x, canvas.height() + dice.in(-20, 10), dice.in(36, 62), 0), dice);
        }
    }
}
