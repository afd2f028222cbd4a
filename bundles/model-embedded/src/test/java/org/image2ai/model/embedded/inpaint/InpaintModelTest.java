package org.image2ai.model.embedded.inpaint;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

public class InpaintModelTest {
    private static final List<String> METHODS = List.of("patch", "telea", "navier-stokes");

    private final InpaintModel model = new InpaintModel();

    private static RenderRequest request(BufferedImage picture, BufferedImage mask, String method) {
        return SampleRequest.of("inpaint", Operation.INPAINT)
                .image(Pictures.png(picture))
                .mask(Pictures.png(mask))
                .with("method", method)
                .build();
    }

    private BufferedImage fill(BufferedImage picture, BufferedImage mask, String method) {
        RecordingRenderSession session = new RecordingRenderSession();
        model.render(request(picture, mask, method), session);
        return Pictures.decode(session.outputs().get(0).bytes());
    }

    private static int[] outside(BufferedImage picture, BufferedImage mask) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            if ((mask.getRGB(i % mask.getWidth(), i / mask.getWidth()) & 0xff) >= 128) {
                pixels[i] = 0;
            }
        }
        return pixels;
    }

    private static BufferedImage stripes(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, x / 6 % 2 == 0 ? 0xd04030 : 0xf0e0c0);
            }
        }
        return picture;
    }

    private static double distance(BufferedImage one, BufferedImage other, Rectangle where) {
        double sum = 0;
        for (int y = where.y; y < where.y + where.height; y++) {
            for (int x = where.x; x < where.x + where.width; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / where.width / where.height / 3;
    }

    @Test
    public void leavesWhatIsOutsideTheMaskAsItIs() {
        BufferedImage photo = Pictures.decode(Pictures.bytes("photo.jpg"));
        BufferedImage mask = Pictures.decode(Pictures.bytes("photo-mask.png"));
        for (String method : METHODS) {
            BufferedImage filled = fill(photo, mask, method);
            assertArrayEquals(method, outside(photo, mask), outside(filled, mask));
        }
    }

    @Test
    public void continuesStripesThroughAHole() {
        BufferedImage stripes = stripes(180, 140);
        Rectangle hole = new Rectangle(60, 40, 48, 48);
        BufferedImage mask = Pictures.mask(180, 140, hole);
        BufferedImage damaged = stripes(180, 140);
        Graphics2D g = damaged.createGraphics();
        g.setColor(Color.GREEN);
        g.fill(hole);
        g.dispose();
        double patch = distance(stripes, fill(damaged, mask, "patch"), hole);
        double telea = distance(stripes, fill(damaged, mask, "telea"), hole);
        assertTrue("patch is off by " + patch + " levels", patch < 12);
        assertTrue("patch " + patch + " is no better than telea " + telea, patch < telea / 2);
    }

    @Test
    public void nothingOfWhatWasUnderTheMaskIsSeen() {
        BufferedImage grey = Pictures.solid(90, 70, new Color(120, 130, 140));
        Rectangle hole = new Rectangle(30, 20, 25, 25);
        BufferedImage damaged = Pictures.solid(90, 70, new Color(120, 130, 140));
        Graphics2D g = damaged.createGraphics();
        g.setColor(Color.RED);
        g.fill(hole);
        g.dispose();
        for (String method : METHODS) {
            double off = distance(grey, fill(damaged, Pictures.mask(90, 70, hole), method), hole);
            assertTrue(method + " is off by " + off + " levels", off < 3);
        }
    }

    @Test
    public void takesTransparencyAsTheMaskWhereThereIsSome() {
        BufferedImage mask = new BufferedImage(60, 50, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 60; x++) {
                mask.setRGB(x, y, x >= 20 && x < 30 && y >= 20 && y < 30 ? 0x00ffffff : 0xffffffff);
            }
        }
        Hole hole = Hole.of(mask);
        assertEquals(new Rectangle(20, 20, 10, 10), hole.bounds());
    }

    @Test
    public void keepsTheAlphaOutsideAndIsOpaqueInside() {
        BufferedImage picture = new BufferedImage(60, 50, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 60 * 50; i++) {
            picture.setRGB(i % 60, i / 60, 0x40808080);
        }
        BufferedImage filled = fill(picture, Pictures.mask(60, 50, new Rectangle(20, 20, 10, 10)), "patch");
        assertEquals(0x40808080, filled.getRGB(5, 5));
        assertEquals(0xff, filled.getRGB(25, 25) >>> 24);
    }

    @Test
    public void refusesAMaskThatMarksNothingOrAll() {
        BufferedImage picture = Pictures.gradient(40, 30);
        assertEquals("empty_mask", code(request(picture, Pictures.solid(40, 30, Color.BLACK), "patch")));
        assertEquals("mask_covers_all", code(request(picture, Pictures.solid(40, 30, Color.WHITE), "patch")));
        assertEquals("mask_size", code(request(picture, Pictures.solid(30, 40, Color.WHITE), "patch")));
    }

    private String code(RenderRequest request) {
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = assertThrows(PlatformException.class, () -> model.render(request, session));
        assertTrue(session.outputs().isEmpty());
        return e.code();
    }

    @Test
    public void fillsHolesOfEveryShapeAndPlace() {
        List<Rectangle> holes = List.of(
                new Rectangle(20, 20, 1, 1),
                new Rectangle(0, 0, 40, 5),
                new Rectangle(0, 0, 39, 30),
                new Rectangle(1, 0, 39, 30),
                new Rectangle(0, 10, 40, 10));
        for (Rectangle hole : holes) {
            for (String method : METHODS) {
                BufferedImage mask = Pictures.mask(40, 30, hole);
                BufferedImage filled = fill(Pictures.gradient(40, 30), mask, method);
                assertArrayEquals(method + " " + hole, outside(Pictures.gradient(40, 30), mask), outside(filled, mask));
            }
        }
        BufferedImage thin =
                fill(Pictures.gradient(200, 1), Pictures.mask(200, 1, new Rectangle(50, 0, 9, 1)), "patch");
        assertEquals(200, thin.getWidth());
    }

    @Test
    public void theSameRequestGivesTheSamePicture() {
        BufferedImage mask = Pictures.mask(180, 140, new Rectangle(60, 40, 48, 48));
        BufferedImage one = fill(stripes(180, 140), mask, "patch");
        BufferedImage other = fill(stripes(180, 140), mask, "patch");
        assertEquals(0, distance(one, other, new Rectangle(0, 0, 180, 140)), 0);
    }

    @Test
    public void stopsWhenItIsCancelled() {
        RecordingRenderSession session = new RecordingRenderSession();
        session.cancel();
        RenderRequest request =
                request(stripes(180, 140), Pictures.mask(180, 140, new Rectangle(60, 40, 48, 48)), "patch");
        PlatformException e = assertThrows(PlatformException.class, () -> model.render(request, session));
        assertEquals("cancelled", e.code());
        assertTrue(session.outputs().isEmpty());
    }
}
