package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** A garden wall of bricks in the foreground; what is on it stands on its coping. */
final class LowWall {
    private static final double STONE = 150;
    private static final double COPING = 30;

    private final Canvas canvas;

    LowWall(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint() {
        double top = canvas.scene().stage().near() - 4;
        new Wall(canvas).bricks(top + COPING, canvas.height() * 0.98);
        Color shade = Ink.alpha(Color.BLACK, 0.3);
        canvas.rect(
                0,
                top + COPING,
                canvas.width(),
                20,
                Canvas.vertical(top + COPING, top + COPING + 20, shade, Ink.alpha(Color.BLACK, 0)));
        canvas.rect(0, top + 4, canvas.width(), COPING, canvas.light().lit(0x8d857c, 0.02));
        Dice dice = canvas.dice("coping");
        boolean snowy = canvas.scene().reading().snowy();
        for (double x = -dice.in(0, STONE); x < canvas.width(); x += STONE) {
            Color stone = canvas.light().lit(Ink.mix(Ink.rgb(0xb3aca4), Ink.rgb(0xcac2b6), dice.in(0, 1)), 0.02);
            canvas.fill(
                    new RoundRectangle2D.Double(x, top, STONE - 3, COPING + 6, 9, 9),
                    Canvas.vertical(
                            top, top + COPING, snowy ? Color.WHITE : Ink.lighter(stone, 0.2), Ink.darker(stone, 0.12)));
        }
    }
}
