package org.image2ai.model.embedded.illustrator.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.scene.Frame;
import org.image2ai.model.embedded.illustrator.scene.Scene;
import org.image2ai.model.embedded.illustrator.words.Style;

/** The picture while it is painted, in the frame's points; it carries the scene and its light to every painter. */
final class Canvas {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Scene scene;
    private final Light light;
    private final double pixels;
    private final boolean paper;

    Canvas(BufferedImage image, Scene scene) {
        this.image = image;
        this.scene = scene;
        this.paper = scene.reading().look().styleOrFlat() == Style.PAPERCUT;
        this.light = Light.of(scene.reading());
        this.graphics = image.createGraphics();
        this.pixels = image.getWidth() / scene.frame().width();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.scale(pixels, pixels);
    }

    BufferedImage image() {
        return image;
    }

    Graphics2D graphics() {
        return graphics;
    }

    Scene scene() {
        return scene;
    }

    Frame frame() {
        return scene.frame();
    }

    Light light() {
        return light;
    }

    double width() {
        return scene.frame().width();
    }

    double height() {
        return scene.frame().height();
    }

    /** Whether the picture is cut out of paper. */
    boolean paper() {
        return paper;
    }

    /** Pixels of a point. */
    double pixels() {
        return pixels;
    }

    /** The dice of a part of the picture. */
    Dice dice(String part) {
        return new Dice(scene.seed()).of(part);
    }

    /** Fills a shape; of cut paper it lies a little above what is beneath it. */
    void fill(Shape shape, Paint paint) {
        if (paper && Paper.lies(shape, paint)) {
            Paper.shadow(this, shape);
        }
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** Fills from one colour at the top to another at the bottom. */
    void fade(Shape shape, Color top, Color bottom) {
        Rectangle2D box = shape.getBounds2D();
        fill(shape, vertical(box.getY(), box.getMaxY(), top, bottom));
    }

    void rect(double x, double y, double w, double h, Paint paint) {
        fill(new Rectangle2D.Double(x, y, w, h), paint);
    }

    void oval(double x, double y, double rx, double ry, Paint paint) {
        fill(new Ellipse2D.Double(x - rx, y - ry, rx * 2, ry * 2), paint);
    }

    void line(Shape shape, double width, Paint paint) {
        graphics.setPaint(paint);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** A soft spot that fades to nothing at its rim. */
    void glow(double x, double y, double rx, double ry, Color colour) {
        if (rx < 0.5 || ry < 0.5) {
            return;
        }
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(1, ry / rx);
        double a = colour.getAlpha() / 255.0;
        Color[] stops = {colour, Ink.alpha(colour, a * 0.62), Ink.alpha(colour, a * 0.2), Ink.alpha(colour, 0)};
        float[] at = {0f, 0.35f, 0.7f, 1f};
        fill(
                new Ellipse2D.Double(-rx, -rx, rx * 2, rx * 2),
                new RadialGradientPaint(new Point2D.Double(0, 0), (float) rx, at, stops));
        graphics.setTransform(before);
    }

    void sky(Color top, Color middle, Color low, double bottom) {
        Color[] colours = {top, middle, low};
        rect(
                0,
                0,
                width(),
                height(),
                new LinearGradientPaint(
                        new Point2D.Double(0, 0),
                        new Point2D.Double(0, Math.max(1, bottom)),
                        new float[] {0f, 0.56f, 1f},
                        colours));
    }

    static Paint vertical(double y1, double y2, Color top, Color bottom) {
        return new LinearGradientPaint(
                new Point2D.Double(0, y1),
                new Point2D.Double(0, Math.max(y1 + 0.5, y2)),
                new float[] {0f, 1f},
                new Color[] {top, bottom});
    }

    void dispose() {
        graphics.dispose();
    }
}
