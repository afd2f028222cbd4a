package org.image2ai.model.embedded.editor.filter;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Paints a picture again with strokes that follow its forms, broad ones first and finer ones where something is still
 * missing (Hertzmann 1998).
 */
final class Brush {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final double OTHER_COLOUR = 28;
    private static final double FLAT = 1e-3;
    private static final double SLANT = 0.35;
    private static final double BEND = 0.6;
    private static final double JITTER = 9;
    private static final int SEED = 1889;

    private final BufferedImage canvas;
    private final Random random = new Random(SEED);
    private int radius;
    private int[] model;
    private float[] slopeX;
    private float[] slopeY;

    Brush(BufferedImage canvas) {
        this.canvas = canvas;
    }

    /**
     * Paints one layer.
     *
     * @param original what is painted
     * @param width of the brush's half, in pixels
     * @param tolerance how far the canvas may be from it, 0 to 255; negative to paint everywhere
     */
    void layer(BufferedImage original, int width, double tolerance) {
        radius = width;
        look(original);
        List<int[]> starts = starts(tolerance);
        Collections.shuffle(starts, random);
        Graphics2D g = canvas.createGraphics();
        g.setComposite(AlphaComposite.SrcOver);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setStroke(new BasicStroke(2f * radius, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int[] start : starts) {
            g.setColor(jittered(model[start[1] * canvas.getWidth() + start[0]]));
            g.draw(path(start[0], start[1]));
        }
        g.dispose();
    }

    /** The picture as a brush of that size sees it, and where it gets lighter. */
    private void look(BufferedImage original) {
        try (Mats mats = new Mats()) {
            Mat soft = mats.empty();
            Imgproc.GaussianBlur(mats.bgr(original), soft, new Size(0, 0), Math.max(0.6, radius * 0.5));
            BufferedImage seen = Pixels.copy(original);
            Mats.into(seen, soft);
            model = Pixels.of(seen);
            Mat grey = mats.empty();
            Imgproc.cvtColor(soft, grey, Imgproc.COLOR_BGR2GRAY);
            Imgproc.GaussianBlur(grey, grey, new Size(0, 0), Math.max(1.5, radius));
            slopeX = slope(mats, grey, 1, 0);
            slopeY = slope(mats, grey, 0, 1);
        }
    }

    private static float[] slope(Mats mats, Mat grey, int dx, int dy) {
        Mat slope = mats.empty();
        Imgproc.Scharr(grey, slope, CvType.CV_32F, dx, dy);
        return Mats.floats(slope);
    }

    /** Of each square of the brush's size the point that is furthest from the picture, where it is too far. */
    private List<int[]> starts(double tolerance) {
        int[] painted = Pixels.of(canvas);
        int width = canvas.getWidth();
        List<int[]> starts = new ArrayList<>();
        for (int top = 0; top < canvas.getHeight(); top += radius) {
            for (int left = 0; left < width; left += radius) {
                double sum = 0;
                double worst = -1;
                int[] at = {left, top};
                int count = 0;
                for (int y = top; y < Math.min(canvas.getHeight(), top + radius); y++) {
                    for (int x = left; x < Math.min(width, left + radius); x++) {
                        double far = distance(painted[y * width + x], model[y * width + x]);
                        sum += far;
                        count++;
                        if (far > worst) {
                            worst = far;
                            at = new int[] {x, y};
                        }
                    }
                }
                if (sum / count > tolerance) {
                    starts.add(at);
                }
            }
        }
        return starts;
    }

    /** A stroke: across the slope, as far as the colour stays. */
    private Path2D path(int startX, int startY) {
        Path2D path = new Path2D.Float();
        path.moveTo(startX, startY);
        double x = startX;
        double y = startY;
        int colour = model[index(x, y)];
        double[] heading = {0, 0};
        int longest = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        for (int i = 0; i < longest; i++) {
            turn(heading, index(x, y));
            x += radius * heading[0];
            y += radius * heading[1];
            boolean outside = x < 0 || y < 0 || x >= canvas.getWidth() || y >= canvas.getHeight();
            if (outside || i > 1 && distance(model[index(x, y)], colour) > OTHER_COLOUR) {
                break;
            }
            path.lineTo(x, y);
        }
        return path;
    }

    /** Turns a heading, of length 1 or 0, along the form at a pixel; where there is none it stays. */
    private void turn(double[] heading, int pixel) {
        double dx = -slopeY[pixel];
        double dy = slopeX[pixel];
        double length = Math.hypot(dx, dy);
        if (length < FLAT) {
            boolean fresh = heading[0] == 0 && heading[1] == 0;
            dx = fresh ? 1 : heading[0];
            dy = fresh ? SLANT : heading[1];
            length = Math.hypot(dx, dy);
        }
        double side = dx * heading[0] + dy * heading[1] < 0 ? -1 : 1;
        dx = BEND * side * dx / length + (1 - BEND) * heading[0];
        dy = BEND * side * dy / length + (1 - BEND) * heading[1];
        double norm = Math.max(FLAT, Math.hypot(dx, dy));
        heading[0] = dx / norm;
        heading[1] = dy / norm;
    }

    private int index(double x, double y) {
        return (int) y * canvas.getWidth() + (int) x;
    }

    private Color jittered(int rgb) {
        double light = JITTER * random.nextGaussian();
        double warm = JITTER / 2 * random.nextGaussian();
        return new Color(
                Pixels.rgb(Pixels.red(rgb) + light + warm, Pixels.green(rgb) + light, Pixels.blue(rgb) + light - warm));
    }

    private static double distance(int one, int other) {
        return (Math.abs(Pixels.red(one) - Pixels.red(other))
                        + Math.abs(Pixels.green(one) - Pixels.green(other))
                        + Math.abs(Pixels.blue(one) - Pixels.blue(other)))
                / 3.0;
    }
}
