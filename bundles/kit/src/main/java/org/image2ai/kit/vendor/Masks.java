package org.image2ai.kit.vendor;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderInput;

/**
 * A mask in the form that a vendor takes. The platform's has either transparency, then its transparent pixels may
 * change, or none, then its white ones may. It was inspected on its way in, so its size is one that can be decoded.
 */
public final class Masks {
    private static final int HALF = 128;

    private Masks() {}

    /** As a PNG whose transparent pixels may change and whose others are black. One that is such a file stays. */
    public static RenderInput transparent(RenderInput mask) {
        BufferedImage picture = decode(mask);
        if (mask.mediaType().equals("image/png") && picture.getColorModel().hasAlpha()) {
            return mask;
        }
        byte[] none = {0, 0};
        IndexColorModel model = new IndexColorModel(1, 2, none, none, none, new byte[] {(byte) 0xff, 0});
        int width = picture.getWidth();
        BufferedImage out = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY, model);
        byte[] row = new byte[width];
        int[] change = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            change(picture, y, change);
            for (int x = 0; x < width; x++) {
                row[x] = (byte) (change[x] >= HALF ? 1 : 0);
            }
            out.getRaster().setDataElements(0, y, width, 1, row);
        }
        return png(mask, out);
    }

    /** As a PNG of greys whose white pixels may change and whose black ones may not. */
    public static RenderInput white(RenderInput mask) {
        BufferedImage picture = decode(mask);
        int width = picture.getWidth();
        BufferedImage out = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int[] change = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            change(picture, y, change);
            out.getRaster().setPixels(0, y, width, 1, change);
        }
        return png(mask, out);
    }

    /** How much each pixel of a row may change, 0 to 255. */
    private static void change(BufferedImage picture, int y, int[] change) {
        boolean alpha = picture.getColorModel().hasAlpha();
        picture.getRGB(0, y, change.length, 1, change, 0, change.length);
        for (int x = 0; x < change.length; x++) {
            int argb = change[x];
            int grey = ((argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff)) / 3;
            change[x] = alpha ? 255 - (argb >>> 24) : grey;
        }
    }

    private static BufferedImage decode(RenderInput mask) {
        try (InputStream in = mask.content().open()) {
            BufferedImage picture = ImageIO.read(in);
            if (picture == null) {
                throw new IOException("no reader for " + mask.mediaType());
            }
            return picture;
        } catch (IOException e) {
            throw PlatformException.invalid("unreadable_mask", "The mask cannot be read; send a PNG.")
                    .causedBy(e);
        }
    }

    private static RenderInput png(RenderInput mask, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw PlatformException.internal("mask_failed", "The mask could not be written.", e);
        }
        byte[] bytes = out.toByteArray();
        return new RenderInput(
                mask.role(),
                "image/png",
                mask.width(),
                mask.height(),
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
    }
}
