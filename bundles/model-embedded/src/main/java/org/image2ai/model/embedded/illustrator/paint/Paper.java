package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** The shadows that sheets of paper throw on each other. */
final class Paper {
    private static final double SMALLEST = 1_500;
    private static final double[][] SHADOWS = {{22, 7, 0.045}, {14, 5, 0.06}, {7, 3, 0.09}, {3, 2, 0.12}};

    private Paper() {}

    /** Whether a shape is a sheet: large enough to be cut out, and not a veil of light. */
    static boolean lies(Shape shape, Paint paint) {
        Rectangle2D box = shape.getBounds2D();
        return paint.getTransparency() == Transparency.OPAQUE && box.getWidth() * box.getHeight() > SMALLEST;
    }

    static void shadow(Canvas canvas, Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        double small = Math.min(1, Math.sqrt(box.getWidth() * box.getHeight()) / 200);
        for (double[] s : SHADOWS) {
            Shape below = AffineTransform.getTranslateInstance(-s[1] * 0.5 * small, s[1] * 0.4 * small)
                    .createTransformedShape(shape);
            canvas.line(below, s[0] * small, new Color(0.08f, 0.05f, 0.2f, (float) s[2]));
        }
    }
}
