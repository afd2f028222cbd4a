package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A wooden fence across the picture. */
final class Fence {
    private static final double GAP = 84;

    private final Canvas canvas;

    Fence(Canvas canvas) {
        this.canvas = canvas;
    }

    /** A fence with its feet at a place; where it is high its top is near what sits on it. */
    void paint(double base, double height) {
        Color wood = canvas.light().lit(0xc9a27a, 0.04);
        for (double up : new double[] {0.34, 0.72}) {
            double y = base - height * up;
            canvas.rect(
                    0,
                    y,
                    canvas.width(),
                    height * 0.12,
                    Canvas.vertical(y, y + height * 0.12, wood, Ink.darker(wood, 0.2)));
        }
        for (double x = GAP / 3; x < canvas.width(); x += GAP) {
            canvas.glow(x, base, 40, 9, Ink.alpha(Ink.darker(canvas.light().top(), 0.7), 0.35));
            picket(x, base, height, wood);
        }
    }

    private void picket(double x, double base, double height, Color wood) {
        Path2D p = new Path2D.Double();
        p.moveTo(x - 17, base);
        double shoulder = height - Math.min(24, height * 0.14);
        p.lineTo(x - 17, base - shoulder);
        p.lineTo(x, base - height);
        p.lineTo(x + 17, base - shoulder);
        p.lineTo(x + 17, base);
        p.closePath();
        canvas.fill(p, Canvas.vertical(base - height, base, Ink.lighter(wood, 0.16), Ink.darker(wood, 0.1)));
        canvas.rect(x + 7, base - height * 0.88, 10, height * 0.88, Ink.alpha(Ink.darker(wood, 0.5), 0.2));
    }
}
