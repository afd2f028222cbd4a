package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Steam over what is hot. */
final class Steam {
    private final Canvas canvas;

    Steam(Canvas canvas) {
        this.canvas = canvas;
    }

    void rise(double x, double y, double width) {
        Dice dice = canvas.dice("steam");
        for (int i = -1; i <= 1; i++) {
            double at = x + i * width * 0.2;
            double h = width * dice.in(0.5, 0.72);
            double bend = width * 0.09 * (i == 0 ? 1 : -1);
            for (int layer = 0; layer < 3; layer++) {
                Path2D wisp = new Path2D.Double();
                wisp.moveTo(at, y);
                wisp.curveTo(at + bend * 2, y - h * 0.33, at - bend * 2, y - h * 0.6, at + bend, y - h);
                Color steam = Ink.alpha(Color.WHITE, 0.1 + layer * 0.06);
                canvas.line(wisp, width * (0.1 - layer * 0.034), steam);
            }
        }
    }
}
