package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Sets text as type: as large as its box allows, in as many lines as that takes, each in the middle. */
public final class Lettering {
    private static final double LEADING = 1.28;
    private static final int MOST_LINES = 4;

    private final List<String> lines;
    private final double size;

    private Lettering(List<String> lines, double size) {
        this.lines = lines;
        this.size = size;
    }

    /**
     * Chooses the lines and the size.
     *
     * @param width the widest that a line may be
     * @param height the highest that all lines may be together
     */
    static Lettering fitted(String text, double width, double height) {
        Lettering best = null;
        for (int count = 1; count <= MOST_LINES; count++) {
            List<String> lines = broken(text.strip(), count);
            double longest = lines.stream().mapToDouble(Letters::length).max().orElse(1);
            double size = Math.min(
                    width / Math.max(1, longest) * 1000, height / (lines.size() * LEADING) * 1000 / Letters.CAPITAL);
            if (best == null || size > best.size * 1.08) {
                best = new Lettering(lines, size);
            }
        }
        return best;
    }

    /** Breaks at the spaces into that many lines of about one length. */
    private static List<String> broken(String text, int count) {
        double length = Letters.length(text) / count;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            boolean full = line.length() > 0 && Letters.length(line + " " + word) > length * 1.12;
            if (full && lines.size() < count - 1) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The outline with its upper edge at y and its middle at x. */
    Shape outline(double x, double y) {
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / 1000;
        double baseline = y + Letters.CAPITAL * scale;
        for (String line : lines) {
            AffineTransform place =
                    AffineTransform.getTranslateInstance(x - Letters.length(line) * scale / 2, baseline);
            place.scale(scale, scale);
            all.append(place.createTransformedShape(Letters.line(line)), false);
            baseline += Letters.CAPITAL * LEADING * scale;
        }
        return all;
    }

    /** How high all lines are together. */
    double height() {
        return Letters.CAPITAL * size / 1000 * (1 + LEADING * (lines.size() - 1));
    }

    /**
     * Text on nothing, as wide as asked for and as high as that makes it.
     *
     * @param width in pixels
     * @param colour of the letters
     */
    public static BufferedImage alone(String text, int width, Color colour) {
        Lettering lettering = fitted(text, width * 0.94, width);
        Rectangle2D box = lettering.outline(width / 2.0, 0).getBounds2D();
        double margin = width * 0.03;
        int height = (int) Math.max(1, Math.ceil(box.getHeight() + 2 * margin));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(colour);
        g.fill(lettering.outline(width / 2.0, margin - box.getY()));
        g.dispose();
        return image;
    }
}
