package org.image2ai.model.embedded.illustrator.paint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.image2ai.model.embedded.illustrator.words.Palette;
import org.image2ai.model.embedded.illustrator.words.Style;
import org.junit.Test;

public class TechniqueTest {
    private static final int SIDE = 288;

    /** A red disc on blue. */
    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0x2040a0));
        g.fillRect(0, 0, SIDE, SIDE);
        g.setColor(new Color(0xe04030));
        g.fillOval(72, 72, 144, 144);
        g.dispose();
        return image;
    }

    private static BufferedImage in(Style style) {
        BufferedImage image = picture();
        Technique.of(style).apply(image, 5);
        return image;
    }

    private static double luminance(BufferedImage image, int x, int y) {
        return Pixels.luminance(image.getRGB(x, y));
    }

    @Test
    public void pixelArtHasSquaresOfFewColours() {
        BufferedImage image = in(Style.PIXEL);
        assertEquals(image.getRGB(60, 100), image.getRGB(61, 101));
        long colours = Arrays.stream(image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE))
                .distinct()
                .count();
        assertTrue(colours <= 40);
    }

    @Test
    public void lineArtIsInkWhereColoursMeetAndPaperInside() {
        BufferedImage image = in(Style.LINE_ART);
        double darkest = 1;
        for (int x = 66; x < 80; x++) {
            darkest = Math.min(darkest, luminance(image, x, SIDE / 2));
        }
        assertTrue("no outline", darkest < 0.35);
        assertTrue("no paper", luminance(image, SIDE / 2, SIDE / 2) > 0.8);
    }

    @Test
    public void watercolourLeavesThePaperWhiteAtTheRim() {
        BufferedImage image = in(Style.WATERCOLOUR);
        assertTrue(luminance(image, 1, 1) > 0.95);
        assertTrue(luminance(image, SIDE / 2, SIDE / 2) < 0.8);
    }

    @Test
    public void aPosterHasAFrame() {
        BufferedImage image = in(Style.POSTER);
        assertEquals(0xf6ecd6, image.getRGB(2, SIDE / 2) & 0xffffff);
        assertTrue(luminance(image, 40, SIDE / 2) < 0.5);
    }

    @Test
    public void neonShinesAtEdgesAndIsDarkBetween() {
        BufferedImage image = in(Style.NEON);
        assertTrue(luminance(image, 72, SIDE / 2) > luminance(image, SIDE / 2, SIDE / 2) + 0.15);
    }

    @Test
    public void monochromeHasNoColour() {
        BufferedImage image = picture();
        Grade.apply(image, Palette.MONO);
        for (int p : image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE)) {
            assertEquals(p >> 16 & 255, p & 255);
        }
    }
}
