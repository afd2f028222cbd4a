package org.image2ai.model.embedded.illustrator.scene;

/**
 * The frame of a picture in points: its shorter side has 1000 of them, whatever the pixels.
 *
 * @param width in points
 * @param height in points
 */
public record Frame(double width, double height) {
    private static final double SHORTER_SIDE = 1000;

    /** The frame of a picture of that many pixels. */
    public static Frame of(int pixelWidth, int pixelHeight) {
        double unit = Math.min(pixelWidth, pixelHeight) / SHORTER_SIDE;
        return new Frame(pixelWidth / unit, pixelHeight / unit);
    }
}
