package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.Test;

public class UpscaleModelTest {
    private static final UpscaleModel MODEL = UpscaleModels.enhanceX4();

    private final RecordingRenderSession session = new RecordingRenderSession();

    @AfterClass
    public static void close() {
        MODEL.close();
    }

    @Test
    public void everySideBecomesFourTimesAsLong() {
        for (int[] size : new int[][] {{37, 53}, {1, 1}, {1, 200}, {200, 1}, {300, 20}}) {
            BufferedImage result = enhance(Pictures.png(Pictures.gradient(size[0], size[1])));
            assertEquals(4 * size[0], result.getWidth());
            assertEquals(4 * size[1], result.getHeight());
            assertFalse(result.getColorModel().hasAlpha());
        }
    }

    @Test
    public void oneColourStaysThatColour() {
        for (Color colour : new Color[] {Color.WHITE, Color.BLACK, new Color(30, 140, 200)}) {
            BufferedImage result = enhance(Pictures.png(Pictures.solid(40, 30, colour)));
            int[] pixels = result.getRGB(0, 0, 160, 120, null, 0, 160);
            for (int pixel : pixels) {
                assertTrue(colour + " became " + new Color(pixel), apart(pixel, colour.getRGB()) <= 6);
            }
        }
    }

    @Test
    public void isNearerToTheOriginalThanItsEnlargedPixels() {
        BufferedImage original = drawing(256);
        BufferedImage small = quarter(original);
        BufferedImage nearest = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = nearest.createGraphics();
        g.drawImage(small, 0, 0, 256, 256, null);
        g.dispose();
        double enhanced = psnr(original, enhance(Pictures.png(small)));
        assertTrue("only " + enhanced + " dB", enhanced > psnr(original, nearest) + 2);
    }

    @Test
    public void aCutOutKeepsItsOpacityAndGetsNoDarkFringe() {
        BufferedImage disc = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = smooth(disc);
        g.setColor(new Color(230, 60, 40));
        g.fill(new Ellipse2D.Double(12, 12, 40, 40));
        g.dispose();
        BufferedImage result = enhance(Pictures.png(disc));
        assertEquals(255, result.getRGB(128, 128) >>> 24);
        assertEquals(0, result.getRGB(4, 4) >>> 24);
        int visible = 0;
        for (int pixel : result.getRGB(0, 0, 256, 256, null, 0, 256)) {
            if (pixel >>> 24 > 0) {
                visible++;
                assertTrue("a fringe of " + new Color(pixel), apart(pixel, 0xe63c28) <= 12);
            }
        }
        assertEquals(Math.PI * 80 * 80, visible, 1500);
    }

    @Test
    public void anEvenHalfOpacityStaysAsItIs() {
        BufferedImage veil = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 400; i++) {
            veil.setRGB(i % 20, i / 20, 0x80_40_90_20);
        }
        for (int pixel : enhance(Pictures.png(veil)).getRGB(0, 0, 80, 80, null, 0, 80)) {
            assertEquals(0x80, pixel >>> 24);
        }
    }

    @Test
    public void readsJpegAndTellsOfItsTiles() {
        RenderResult result = MODEL.render(request(Pictures.jpeg(Pictures.gradient(300, 20))), session);
        assertEquals(Map.of("scale", 4, "method", "realesrgan-x4v3", "tiles", 2), result.details());
        assertEquals(2, session.progressReports().size());
    }

    @Test
    public void stopsBetweenTilesWhenCancelled() {
        RenderSession cancelling = (RenderSession) Proxy.newProxyInstance(
                RenderSession.class.getClassLoader(), new Class<?>[] {RenderSession.class}, (p, method, arguments) -> {
                    if (method.getName().equals("progress")) {
                        session.cancel();
                    }
                    return method.invoke(session, arguments);
                });
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> MODEL.render(request(Pictures.png(Pictures.gradient(300, 20))), cancelling));
        assertEquals("cancelled", e.code());
        assertEquals(1, session.progressReports().size());
    }

    @Test
    public void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            PlatformException e = assertThrows(
                    PlatformException.class,
                    () -> MODEL.render(request(Pictures.png(Pictures.gradient(8, 8))), session));
            assertEquals("cancelled", e.code());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    public void refusesADamagedPicture() {
        byte[] png = Pictures.png(Pictures.gradient(64, 64));
        RenderRequest whole = request(png);
        png[png.length / 2] ^= 0x55;
        PlatformException e = assertThrows(PlatformException.class, () -> MODEL.render(whole, session));
        assertEquals(ErrorType.INVALID, e.type());
        assertTrue(session.outputs().isEmpty());
    }

    private BufferedImage enhance(byte[] picture) {
        MODEL.render(request(picture), session);
        return Pictures.decode(session.outputs().get(0).bytes());
    }

    private static RenderRequest request(byte[] picture) {
        return SampleRequest.of("enhance-x4", Operation.UPSCALE).image(picture).build();
    }

    private static BufferedImage drawing(int side) {
        BufferedImage picture = Pictures.gradient(side, side);
        Graphics2D g = smooth(picture);
        g.setStroke(new BasicStroke(side / 40f));
        g.setColor(Color.WHITE);
        g.draw(new Ellipse2D.Double(side * 0.1, side * 0.2, side * 0.5, side * 0.6));
        g.setColor(Color.BLACK);
        g.drawLine(side / 8, side / 9, side * 7 / 8, side * 5 / 6);
        g.setColor(Color.ORANGE);
        g.fill(new Ellipse2D.Double(side * 0.6, side * 0.1, side * 0.3, side * 0.3));
        g.dispose();
        return picture;
    }

    private static Graphics2D smooth(BufferedImage picture) {
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return g;
    }

    /** A quarter of the sides, each pixel the mean of sixteen. */
    private static BufferedImage quarter(BufferedImage picture) {
        BufferedImage small =
                new BufferedImage(picture.getWidth() / 4, picture.getHeight() / 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < small.getWidth() * small.getHeight(); i++) {
            int x = i % small.getWidth();
            int y = i / small.getWidth();
            int[] sums = new int[3];
            for (int j = 0; j < 16; j++) {
                Color colour = new Color(picture.getRGB(4 * x + j % 4, 4 * y + j / 4));
                sums[0] += colour.getRed();
                sums[1] += colour.getGreen();
                sums[2] += colour.getBlue();
            }
            small.setRGB(x, y, new Color(sums[0] / 16, sums[1] / 16, sums[2] / 16).getRGB());
        }
        return small;
    }

    private static double psnr(BufferedImage one, BufferedImage other) {
        double squares = 0;
        int pixels = one.getWidth() * one.getHeight();
        for (int i = 0; i < pixels; i++) {
            int a = one.getRGB(i % one.getWidth(), i / one.getWidth());
            int b = other.getRGB(i % one.getWidth(), i / one.getWidth());
            for (int shift = 0; shift < 24; shift += 8) {
                squares += Math.pow((a >> shift & 255) - (b >> shift & 255), 2);
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * pixels / squares);
    }

    private static int apart(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }
}
