package org.image2ai.kit.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.image2ai.api.model.RenderInput;
import org.junit.Test;

public class MasksTest {
    private static RenderInput mask(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        byte[] bytes = out.toByteArray();
        return new RenderInput(
                RenderInput.Role.MASK,
                "image/png",
                picture.getWidth(),
                picture.getHeight(),
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
    }

    /** The left pixel may change, the right one may not. */
    private static BufferedImage two(int type, int left, int right) {
        BufferedImage picture = new BufferedImage(2, 1, type);
        picture.setRGB(0, 0, left);
        picture.setRGB(1, 0, right);
        return picture;
    }

    private static BufferedImage read(RenderInput input) throws IOException {
        return ImageIO.read(input.content().open());
    }

    @Test
    public void whiteBecomesTransparent() throws IOException {
        BufferedImage out = read(Masks.transparent(mask(two(BufferedImage.TYPE_INT_RGB, 0xffffff, 0x000000))));
        assertEquals(0, out.getRGB(0, 0) >>> 24);
        assertEquals(0xff000000, out.getRGB(1, 0));
    }

    @Test
    public void transparentBecomesWhite() throws IOException {
        BufferedImage out = read(Masks.white(mask(two(BufferedImage.TYPE_INT_ARGB, 0x00ffffff, 0xffffffff))));
        assertEquals(0xffffffff, out.getRGB(0, 0));
        assertEquals(0xff000000, out.getRGB(1, 0));
    }

    @Test
    public void aMaskThatFitsStays() throws IOException {
        RenderInput mask = mask(two(BufferedImage.TYPE_INT_ARGB, 0, 0xff000000));
        assertSame(mask, Masks.transparent(mask));
    }
}
