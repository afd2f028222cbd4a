package org.image2ai.model.embedded.editor;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.image2ai.api.model.Operation;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.filter.Style;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.Test;

public class EditorModelTest {
    private static final EditorModel MODEL = new EditorModel();
    private static final BufferedImage PHOTO = Pictures.decode(Pictures.bytes("photo.jpg"));
    private static final BufferedImage SMALL = Pictures.decode(Pictures.bytes("small.jpg"));

    @AfterClass
    public static void close() {
        MODEL.close();
    }

    private static SampleRequest edit(BufferedImage picture) {
        return SampleRequest.of("editor", Operation.EDIT).image(Pictures.png(picture));
    }

    private static BufferedImage done(SampleRequest request) {
        RecordingRenderSession session = new RecordingRenderSession();
        MODEL.render(request.build(), session);
        return Pictures.decode(session.outputs().get(0).bytes());
    }

    private static BufferedImage told(BufferedImage picture, String instruction) {
        return done(edit(picture).prompt(instruction));
    }

    private static double[] mean(BufferedImage picture, Rectangle part) {
        double[] mean = new double[3];
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                int rgb = picture.getRGB(x, y);
                mean[0] += Pixels.red(rgb);
                mean[1] += Pixels.green(rgb);
                mean[2] += Pixels.blue(rgb);
            }
        }
        for (int i = 0; i < 3; i++) {
            mean[i] /= part.width * part.height;
        }
        return mean;
    }

    private static double[] mean(BufferedImage picture) {
        return mean(picture, new Rectangle(picture.getWidth(), picture.getHeight()));
    }

    private static double light(BufferedImage picture) {
        double[] mean = mean(picture);
        return (mean[0] + mean[1] + mean[2]) / 3;
    }

    private static double deviation(BufferedImage picture) {
        double sum = 0;
        double squares = 0;
        int count = picture.getWidth() * picture.getHeight();
        for (int i = 0; i < count; i++) {
            double luma = Pixels.luma(picture.getRGB(i % picture.getWidth(), i / picture.getWidth()));
            sum += luma;
            squares += luma * luma;
        }
        return Math.sqrt(squares / count - sum / count * sum / count);
    }

    private static String size(BufferedImage picture) {
        return picture.getWidth() + "x" + picture.getHeight();
    }

    private static int[] pixels(BufferedImage picture, Rectangle part) {
        return picture.getRGB(part.x, part.y, part.width, part.height, null, 0, part.width);
    }

    @Test
    public void changesLightAndColourInTheWantedDirection() {
        double[] before = mean(SMALL);
        assertTrue(light(told(SMALL, "brighter")) > light(SMALL) + 8);
        assertTrue(light(told(SMALL, "darker")) < light(SMALL) - 8);
        assertTrue(deviation(told(SMALL, "more contrast")) > deviation(SMALL) + 2);
        double[] warm = mean(told(SMALL, "warmer"));
        assertTrue(warm[0] - warm[2] > before[0] - before[2] + 6);
        BufferedImage grey = done(edit(SMALL).with("saturation", -100.0));
        int pixel = grey.getRGB(20, 20);
        assertEquals(Pixels.red(pixel), Pixels.blue(pixel), 1);
        assertTrue(deviation(told(Pictures.decode(Pictures.jpeg(dull())), "enhance")) > deviation(dull()) * 1.3);
    }

    private static BufferedImage dull() {
        BufferedImage dull = Pictures.gradient(90, 70);
        for (int i = 0; i < 90 * 70; i++) {
            int p = dull.getRGB(i % 90, i / 90);
            dull.setRGB(
                    i % 90,
                    i / 90,
                    Pixels.rgb(60 + Pixels.red(p) / 4.0, 60 + Pixels.green(p) / 4.0, 60 + Pixels.blue(p) / 4.0));
        }
        return dull;
    }

    @Test
    public void changesTheFrameExactly() {
        BufferedImage picture = Pictures.gradient(60, 40);
        BufferedImage turned = told(picture, "rotate 90 degrees");
        assertEquals("40x60", size(turned));
        assertEquals(picture.getRGB(0, 0), turned.getRGB(39, 0));
        assertEquals(picture.getRGB(59, 0), turned.getRGB(39, 59));
        assertEquals(picture.getRGB(59, 7), told(picture, "flip it").getRGB(0, 7));
        assertEquals("40x40", size(told(picture, "crop to square")));
        assertEquals("30x20", size(told(picture, "make it half the size")));
        assertEquals("54x40", size(told(picture, "crop 10% from the left")));
        assertEquals("120x80", size(done(edit(picture).with("resize", "120x"))));
        BufferedImage tilted = told(picture, "rotate 10 degrees");
        assertEquals("a corner is empty", 0xff, tilted.getRGB(0, 0) >>> 24);
    }

    @Test
    public void everyStyleLooksDifferentAndKeepsTheSize() {
        for (String style : Style.wireNames()) {
            BufferedImage styled = done(edit(SMALL).with("style", style));
            assertEquals(style, size(SMALL), size(styled));
            int all = SMALL.getWidth() * SMALL.getHeight();
            int same = 0;
            for (int i = 0; i < all; i++) {
                int x = i % SMALL.getWidth();
                int y = i / SMALL.getWidth();
                same += Math.abs(Pixels.luma(styled.getRGB(x, y)) - Pixels.luma(SMALL.getRGB(x, y))) < 2 ? 1 : 0;
            }
            assertTrue(style + " leaves " + same + " of " + all, same < 0.8 * all);
            assertTrue(style + " leaves nothing to see", deviation(styled) > 6);
        }
    }

    @Test
    public void takesNoiseAwayAndKeepsEdges() {
        BufferedImage noisy = Pictures.solid(120, 100, new Color(100, 100, 100));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 120 * 100; i++) {
            int level = (i % 120 < 60 ? 60 : 180) + random.nextInt(-14, 15);
            noisy.setRGB(i % 120, i / 120, level * 0x010101);
        }
        BufferedImage clean = told(noisy, "remove the noise");
        Rectangle left = new Rectangle(8, 8, 40, 80);
        assertTrue(deviation(clean.getSubimage(8, 8, 40, 80)) < 0.5 * deviation(noisy.getSubimage(8, 8, 40, 80)));
        assertTrue(mean(clean, new Rectangle(70, 8, 40, 80))[0] - mean(clean, left)[0] > 105);
    }

    @Test
    public void continuesThePictureAndLeavesItAsItIs() {
        BufferedImage stripes = new BufferedImage(96, 80, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 96 * 80; i++) {
            stripes.setRGB(i % 96, i / 96, i / 96 / 8 % 2 == 0 ? 0xd04030 : 0xf0e0c0);
        }
        SampleRequest request = SampleRequest.of("editor", Operation.OUTPAINT)
                .image(Pictures.png(stripes))
                .with("left", 24L)
                .with("right", 16L);
        BufferedImage wide = done(request);
        assertEquals("136x80", size(wide));
        Rectangle all = new Rectangle(96, 80);
        assertArrayEquals(pixels(stripes, all), pixels(wide, new Rectangle(24, 0, 96, 80)));
        int off = 0;
        for (int y = 4; y < 76; y++) {
            off += Math.abs(Pixels.green(wide.getRGB(10, y)) - Pixels.green(stripes.getRGB(40, y))) > 60 ? 1 : 0;
        }
        assertTrue(off + " of 72 rows do not go on", off < 10);
    }

    @Test
    public void removesWhatLiesUnderTheMask() {
        BufferedImage spot = Pictures.solid(90, 70, new Color(120, 130, 140));
        Rectangle hole = new Rectangle(30, 20, 20, 20);
        Graphics2D g = spot.createGraphics();
        g.setColor(Color.RED);
        g.fill(hole);
        g.dispose();
        SampleRequest plain = SampleRequest.of("editor", Operation.INPAINT)
                .image(Pictures.png(spot))
                .mask(Pictures.png(Pictures.mask(90, 70, hole)));
        SampleRequest told =
                edit(spot).mask(Pictures.png(Pictures.mask(90, 70, hole))).prompt("nothing there");
        for (BufferedImage filled : List.of(done(plain), done(told))) {
            assertEquals(120, mean(filled, hole)[0], 3);
        }
    }

    @Test
    public void aMaskConfinesWhatChanges() {
        Rectangle part = new Rectangle(20, 10, 30, 30);
        BufferedImage mask = Pictures.mask(SMALL.getWidth(), SMALL.getHeight(), part);
        BufferedImage darker = done(edit(SMALL).mask(Pictures.png(mask)).prompt("much darker"));
        assertTrue(mean(darker, part)[1] < mean(SMALL, part)[1] - 5);
        Rectangle rest = new Rectangle(0, 50, SMALL.getWidth(), SMALL.getHeight() - 50);
        assertArrayEquals(pixels(SMALL, rest), pixels(darker, rest));
    }

    @Test
    public void drawsAThingWhereItIsWanted() {
        BufferedImage grey = Pictures.solid(200, 160, new Color(128, 128, 128));
        BufferedImage cat = told(grey, "add a cat on the left");
        Rectangle right = new Rectangle(110, 0, 90, 160);
        assertArrayEquals(pixels(grey, right), pixels(cat, right));
        assertNotEquals(0, deviation(cat), 3);
        Rectangle box = new Rectangle(120, 90, 60, 60);
        BufferedImage masked =
                done(edit(grey).mask(Pictures.png(Pictures.mask(200, 160, box))).prompt("a red balloon"));
        assertTrue("no red in the mask", mean(masked, box)[0] > mean(masked, box)[2] + 15);
        Rectangle left = new Rectangle(0, 0, 100, 160);
        assertArrayEquals(pixels(grey, left), pixels(masked, left));
    }

    @Test
    public void setsTextThatCanBeRead() {
        for (int level : new int[] {20, 235}) {
            BufferedImage plain = Pictures.solid(240, 120, new Color(level, level, level));
            BufferedImage text = told(plain, "write \"HELLO\" at the bottom");
            Rectangle upper = new Rectangle(240, 60);
            assertArrayEquals(pixels(plain, upper), pixels(text, upper));
            assertTrue("on " + level, deviation(text.getSubimage(0, 60, 240, 60)) > 40);
        }
    }

    @Test
    public void turnsOneColourIntoAnother() {
        BufferedImage two = Pictures.solid(120, 80, new Color(0x2fa84f));
        Graphics2D g = two.createGraphics();
        g.setColor(new Color(0xd02828));
        g.fillRect(0, 0, 60, 80);
        g.dispose();
        BufferedImage blue = told(two, "make the red wall blue");
        double[] left = mean(blue, new Rectangle(5, 5, 45, 70));
        assertTrue("still red", left[2] > left[0] + 60);
        Rectangle right = new Rectangle(70, 0, 50, 80);
        assertArrayEquals(pixels(two, right), pixels(blue, right));
    }

    @Test
    public void cutsOutAndReplacesTheBackground() {
        BufferedImage cut =
                done(SampleRequest.of("editor", Operation.REMOVE_BACKGROUND).image(Pictures.png(PHOTO)));
        assertEquals("the sky is left", 0, cut.getRGB(200, 100) >>> 24);
        assertEquals("the rocket is gone", 0xff, cut.getRGB(320, 330) >>> 24);
        BufferedImage pink = told(PHOTO, "make the background #ff0080");
        assertEquals(0xffff0080, pink.getRGB(200, 100));
        BufferedImage beach = done(edit(PHOTO).prompt("put it on a beach").with("seed", 4L));
        assertEquals(size(PHOTO), size(beach));
        assertTrue(
                "the sky did not change",
                mean(beach, new Rectangle(100, 40, 100, 60))[1] > mean(PHOTO, new Rectangle(100, 40, 100, 60))[1] + 30);
    }

    @Test
    public void keepsTransparency() {
        BufferedImage half = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 40 * 30; i++) {
            half.setRGB(i % 40, i / 40, 0x40808080);
        }
        assertEquals(0x40, told(half, "brighter and sharper").getRGB(5, 5) >>> 24);
        assertEquals(0x40, told(half, "pencil sketch").getRGB(5, 5) >>> 24);
        assertEquals(0x40, told(half, "resize to 20x15").getRGB(5, 5) >>> 24);
    }
}
