package org.image2ai.model.embedded.editor.cutout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.Test;

public class CutoutTest {
    private static final People PEOPLE = new People();
    private final Cutout cutout = new Cutout(PEOPLE);

    @AfterClass
    public static void close() {
        PEOPLE.close();
    }

    /** A red disc of 70 pixels around the middle of a greenish, noisy ground. */
    private static BufferedImage disc() {
        BufferedImage picture = Pixels.argb(240, 200);
        SplittableRandom random = new SplittableRandom(3);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 240; x++) {
                int noise = random.nextInt(24);
                picture.setRGB(x, y, 0xff000000 | 60 + noise << 16 | 120 + noise << 8 | 70 + noise);
            }
        }
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xd02020));
        g.fillOval(50, 30, 140, 140);
        g.dispose();
        return picture;
    }

    @Test
    public void cutsOutWhatStandsOut() {
        BufferedImage cut = cutout.of(disc()).cut(disc());
        double wrong = 0;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 240; x++) {
                double far = Math.hypot(x - 119.5, y - 99.5) - 70;
                double alpha = (cut.getRGB(x, y) >>> 24) / 255.0;
                if (Math.abs(far) > 4) {
                    wrong = Math.max(wrong, far < 0 ? 1 - alpha : alpha);
                }
            }
        }
        assertTrue("a pixel is off by " + wrong, wrong < 0.1);
    }

    @Test
    public void theEdgeHasTheColourOfTheSubject() {
        BufferedImage cut = cutout.of(disc()).cut(disc());
        int edge = 0;
        for (int i = 0; i < 240 * 200; i++) {
            int pixel = cut.getRGB(i % 240, i / 240);
            int alpha = pixel >>> 24;
            if (alpha > 40 && alpha < 240) {
                edge++;
                assertTrue(Integer.toHexString(pixel) + " is greenish", Pixels.red(pixel) > Pixels.green(pixel) + 30);
            }
        }
        assertTrue("the edge is not soft", edge > 100);
    }

    @Test
    public void thePictureWithoutTheSubjectShowsNothingOfIt() {
        BufferedImage bare = cutout.of(disc()).background(disc());
        for (int[] at : new int[][] {{120, 100}, {60, 100}, {120, 165}}) {
            int pixel = bare.getRGB(at[0], at[1]);
            assertTrue(Integer.toHexString(pixel) + " is reddish", Pixels.green(pixel) > Pixels.red(pixel) + 15);
        }
    }

    @Test
    public void findsPeople() throws IOException {
        BufferedImage photo = Pixels.copy(ImageIO.read(CutoutTest.class.getResource("astronaut.jpg")));
        Matte matte = cutout.of(photo);
        assertEquals("people", matte.found());
        assertTrue("her face is cut away", alpha(matte, 128, 60) > 0.98);
        assertTrue("her suit is cut away", alpha(matte, 110, 200) > 0.98);
        assertTrue("the wall is left", alpha(matte, 190, 30) < 0.02);
        assertTrue("the shuttle is left", alpha(matte, 236, 60) < 0.1);
    }

    private static double alpha(Matte matte, int x, int y) {
        return matte.alpha()[y * 288 + x];
    }

    @Test
    public void refusesAPictureInWhichNothingStandsOut() {
        BufferedImage grey = Pixels.copy(Pictures.solid(120, 90, Color.GRAY));
        PlatformException e = assertThrows(PlatformException.class, () -> cutout.of(grey));
        assertEquals("no_subject", e.code());
    }

    @Test
    public void theSamePictureIsCutTheSameWay() {
        assertEquals(
                Arrays.hashCode(cutout.of(disc()).alpha()),
                Arrays.hashCode(cutout.of(disc()).alpha()));
    }
}
