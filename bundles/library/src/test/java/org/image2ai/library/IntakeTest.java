package org.image2ai.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.image2ai.api.PlatformException;
import org.image2ai.tck.pictures.HostilePictures;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

public class IntakeTest {
    private final Intake intake = new Intake(Limits.USUAL);

    private byte[] taken(byte[] file) {
        return intake.withFile(new ByteArrayInputStream(file), 5_000_000, path -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                Intake.Kept kept = intake.keep(path, out, 0);
                assertEquals(Optional.of(kept.mediaType()), Pictures.mediaType(out.toByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    private void refuses(String code, byte[] file) {
        PlatformException e = assertThrows(PlatformException.class, () -> taken(file));
        assertEquals(code, e.code());
        assertEquals(Optional.of("file"), e.field());
    }

    @Test
    public void keepsAPngPixelByPixel() {
        byte[] kept = taken(Pictures.png(Pictures.gradient(33, 17)));
        assertEquals(Optional.of("image/png"), Pictures.mediaType(kept));
        assertSame(Pictures.gradient(33, 17), Pictures.decode(kept));
    }

    @Test
    public void keepsTransparency() {
        BufferedImage clear = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(1, 2, 0x80ff0000);
        assertSame(clear, Pictures.decode(taken(Pictures.png(clear))));
    }

    @Test
    public void keepsGrayAsItIs() {
        BufferedImage gray = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(1, 1, 0, 128);
        assertEquals(0xff808080, Pictures.decode(taken(Pictures.png(gray))).getRGB(1, 1));
    }

    @Test
    public void keepsAPhotographAsJpeg() {
        assertEquals(Optional.of("image/jpeg"), Pictures.mediaType(taken(Pictures.jpeg(Pictures.gradient(64, 48)))));
    }

    @Test
    public void keepsTheBytesOfAPlainPhotograph() {
        byte[] plain = Pictures.jpeg(Pictures.gradient(64, 48));
        byte[] told = HostilePictures.jpegWithExif(Pictures.gradient(64, 48), 1, "49.123-SECRET-PLACE");
        assertArrayEquals(plain, taken(told));
        assertArrayEquals(plain, taken(HostilePictures.join(plain, "a film after the picture".getBytes(UTF_8))));
    }

    @Test
    public void keepsTheBytesOfAPlainPngButForItsWords() {
        byte[] plain = Pictures.png(Pictures.gradient(64, 48));
        assertArrayEquals(plain, taken(HostilePictures.pngSaying(plain, "SECRET")));
    }

    @Test
    public void keepsNothingOfAFileOfVeryManyParts() {
        byte[] many = Pictures.png(Pictures.gradient(64, 48));
        for (int i = 0; i < 2000; i++) {
            many = HostilePictures.pngSaying(many, "x");
        }
        assertSame(Pictures.gradient(64, 48), Pictures.decode(taken(many)));
    }

    @Test
    public void takesMorePixelsThanFitIntoTheBudget() {
        Intake narrow = new Intake(new Limits(5_000_000, 100_000_000, 10_000_000));
        BufferedImage large = Pictures.gradient(2000, 1500);
        for (byte[] file : new byte[][] {Pictures.png(large), Pictures.jpeg(large)}) {
            byte[] kept = narrow.withFile(new ByteArrayInputStream(file), file.length, path -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    narrow.keep(path, out, 0);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return out.toByteArray();
            });
            assertArrayEquals(file, kept);
        }
    }

    @Test
    public void takesAGifOfOneFrame() {
        assertEquals(Optional.of("image/png"), Pictures.mediaType(taken(HostilePictures.gif(1))));
    }

    @Test
    public void turnsUprightAndForgetsWhereItWasTaken() {
        BufferedImage stored = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 32; i++) {
            stored.setRGB(i % 64, i / 64, i % 64 < 32 ? 0xff0000 : 0x0000ff);
        }
        byte[] kept = taken(HostilePictures.jpegWithExif(stored, 6, "49.123-SECRET-PLACE"));
        String bytes = new String(kept, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("SECRET"));
        assertFalse(bytes.contains("Exif"));
        BufferedImage upright = Pictures.decode(kept);
        assertEquals(32, upright.getWidth());
        assertEquals(64, upright.getHeight());
        assertTrue(new Color(upright.getRGB(16, 8)).getRed() > 200);
        assertTrue(new Color(upright.getRGB(16, 56)).getBlue() > 200);
    }

    @Test
    public void everyOrientationPutsTheFirstPixelWhereItBelongs() {
        int[][] corners = {{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 2}, {0, 2}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage stored = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
            stored.setRGB(0, 0, 0xffffff);
            BufferedImage upright = Upright.of(stored, orientation);
            int[] at = corners[orientation - 1];
            assertEquals("orientation " + orientation, 0xffffffff, upright.getRGB(at[0], at[1]));
        }
    }

    @Test
    public void turnsPrintersInksIntoSrgb() {
        Color blue = new Color(
                Pictures.decode(taken(HostilePictures.cmykJpeg(255, 255, 0, 0))).getRGB(8, 8));
        assertTrue("ink came out as " + blue, blue.getBlue() > blue.getRed() && blue.getBlue() > blue.getGreen());
        Color white = new Color(
                Pictures.decode(taken(HostilePictures.cmykJpeg(0, 0, 0, 0))).getRGB(8, 8));
        assertTrue("paper came out as " + white, white.getRed() > 230 && white.getGreen() > 230);
    }

    @Test
    public void refusesWhatIsNoPicture() {
        refuses("empty_image", new byte[0]);
        refuses("unsupported_image", "hello".getBytes(UTF_8));
        refuses("unsupported_image", "%PDF-1.7".getBytes(UTF_8));
        refuses("unsupported_image", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8));
    }

    @Test
    public void refusesWhatMoves() {
        refuses("animated_image", HostilePictures.gif(2));
        refuses("animated_image", HostilePictures.apng());
        refuses("animated_image", HostilePictures.animatedWebp());
    }

    @Test
    public void refusesWhatEndsTooEarly() {
        byte[] png = Pictures.png(Pictures.gradient(200, 200));
        byte[] jpeg = Pictures.jpeg(Pictures.gradient(200, 200));
        byte[] gif = HostilePictures.gif(1);
        for (byte[] whole : new byte[][] {png, jpeg, gif}) {
            refuses("truncated_image", Arrays.copyOf(whole, whole.length / 2));
            refuses("truncated_image", Arrays.copyOf(whole, whole.length - 2));
        }
        byte[] webp = HostilePictures.webp("VP8L", new byte[100]);
        refuses("truncated_image", Arrays.copyOf(webp, 60));
    }

    @Test
    public void refusesTooManyPixelsBeforeItDecodesAny() {
        refuses("image_too_many_pixels", HostilePictures.pngClaiming(50_000, 50_000));
        refuses("image_too_many_pixels", HostilePictures.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    public void refusesWhatIsDamaged() {
        byte[] png = Pictures.png(Pictures.gradient(64, 64));
        png[png.length / 2] ^= 0x55;
        refuses("unsupported_image", png);
        PlatformException e =
                assertThrows(PlatformException.class, () -> taken(HostilePictures.pngClaiming(1000, 1000)));
        assertTrue(e.code(), e.code().equals("truncated_image") || e.code().equals("unsupported_image"));
    }

    @Test
    public void neverFailsOtherwiseThanItSays() {
        Random random = new Random(7);
        byte[][] seeds = {
            Pictures.png(Pictures.gradient(40, 30)),
            HostilePictures.jpegWithExif(Pictures.gradient(40, 30), 3, "x"),
            HostilePictures.gif(1),
            HostilePictures.webp("VP8L", new byte[64]),
            HostilePictures.webp("VP8 ", new byte[64])
        };
        for (int i = 0; i < 400; i++) {
            byte[] file = seeds[i % seeds.length].clone();
            for (int n = 0; n < 3; n++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                taken(file);
            } catch (PlatformException e) {
                assertEquals(e.toString(), Optional.of("file"), e.field());
            }
        }
    }

    private static void assertSame(BufferedImage wanted, BufferedImage found) {
        int width = wanted.getWidth();
        int height = wanted.getHeight();
        assertTrue(Arrays.equals(
                wanted.getRGB(0, 0, width, height, null, 0, width), found.getRGB(0, 0, width, height, null, 0, width)));
    }
}
