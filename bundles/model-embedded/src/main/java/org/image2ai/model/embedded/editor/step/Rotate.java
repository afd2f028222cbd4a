package org.image2ai.model.embedded.editor.step;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Pixels;

/**
 * Turns the picture. By a quarter, exactly; by another angle it is cut to the largest part without empty corners.
 *
 * @param degrees clockwise
 */
public record Rotate(double degrees) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("rotate", "degrees", degrees);
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        int quarters = (int) Math.floorMod(Math.round(degrees / 90), 4L);
        double rest = degrees - 90.0 * Math.round(degrees / 90);
        BufferedImage turned = picture;
        for (int i = 0; i < quarters; i++) {
            turned = quarter(turned);
        }
        return Math.abs(rest) < 0.01 ? turned : tilted(turned, Math.toRadians(rest));
    }

    private static BufferedImage quarter(BufferedImage picture) {
        int width = picture.getHeight();
        int height = picture.getWidth();
        BufferedImage turned = Pixels.argb(width, height);
        int[] from = Pixels.of(picture);
        int[] to = Pixels.of(turned);
        for (int i = 0; i < to.length; i++) {
            to[i] = from[(width - 1 - i % width) * height + i / width];
        }
        return turned;
    }

    private static BufferedImage tilted(BufferedImage picture, double angle) {
        double shrink = inner(picture.getWidth(), picture.getHeight(), Math.abs(angle));
        int width = (int) Math.max(1, Math.floor(picture.getWidth() * shrink));
        int height = (int) Math.max(1, Math.floor(picture.getHeight() * shrink));
        BufferedImage turned = Pixels.argb(width, height);
        Graphics2D g = turned.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        place.rotate(angle);
        place.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        g.drawImage(picture, place, null);
        g.dispose();
        return turned;
    }

    /** How much smaller a frame of the same proportions must be to lie within the tilted picture. */
    private static double inner(double width, double height, double angle) {
        double across = width * Math.cos(angle) + height * Math.sin(angle);
        double down = width * Math.sin(angle) + height * Math.cos(angle);
        return Math.min(width / across, height / down) * 0.998;
    }
}
