package org.image2ai.model.embedded.enhance;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderInput;

/**
 * The picture to enhance, decoded.
 *
 * @param width in pixels
 * @param height in pixels
 * @param alpha whether the pixels have an opacity
 * @param pixels row by row, as ARGB that is not premultiplied
 */
record Source(int width, int height, boolean alpha, int[] pixels) {
    /** Decodes an input; colours are spread under what is fully transparent. */
    static Source of(RenderInput input) {
        BufferedImage picture = decode(input);
        boolean alpha = picture.getColorModel().hasAlpha();
        int[] pixels = pixels(picture, alpha);
        if (alpha) {
            Underpaint.spread(pixels, picture.getWidth(), picture.getHeight());
        }
        return new Source(picture.getWidth(), picture.getHeight(), alpha, pixels);
    }

    /** A pixel; beyond the border it is the nearest one. */
    int pixel(int x, int y) {
        int column = Math.max(0, Math.min(width - 1, x));
        int row = Math.max(0, Math.min(height - 1, y));
        return pixels[row * width + column];
    }

    int opacity(int x, int y) {
        return pixel(x, y) >>> 24;
    }

    private static BufferedImage decode(RenderInput input) {
        try (InputStream content = input.content().open();
                ImageInputStream in = new MemoryCacheImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw unreadable(input, "it is no PNG or JPEG");
            }
            return decode(input, readers.next(), in);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable(input, "it is damaged").causedBy(e);
        }
    }

    private static BufferedImage decode(RenderInput input, ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            requireSize(input, reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSize(RenderInput input, int width, int height) {
        if (width != input.width() || height != input.height()) {
            throw unreadable(input, "it has " + width + "x" + height + " pixels");
        }
    }

    private static PlatformException unreadable(RenderInput input, String why) {
        String what = input.mediaType() + " of " + input.width() + "x" + input.height();
        return PlatformException.invalid("unsupported_image", "The input, " + what + ", cannot be read: " + why + ".")
                .withField("inputs");
    }

    private static int[] pixels(BufferedImage picture, boolean alpha) {
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D g = plain.createGraphics();
        g.setComposite(AlphaComposite.Src);
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
    }
}
