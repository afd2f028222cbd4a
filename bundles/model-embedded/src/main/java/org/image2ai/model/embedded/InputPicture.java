package org.image2ai.model.embedded;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderInput;

/** Decodes the pictures of a request, which are PNG or JPEG: the library keeps no others. */
public final class InputPicture {
    private InputPicture() {}

    /** The picture, in 8 bits a channel, so that its pixels can be given back as they came. */
    public static BufferedImage decode(RenderInput input) {
        try (InputStream in = input.content().open()) {
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(in));
            if (picture == null || picture.getWidth() != input.width() || picture.getHeight() != input.height()) {
                throw unreadable(input);
            }
            return plain(picture);
        } catch (IOException e) {
            throw unreadable(input).causedBy(e);
        }
    }

    private static PlatformException unreadable(RenderInput input) {
        return PlatformException.invalid(
                        "unreadable_input",
                        "The " + input.role().wireName() + " could not be read as " + input.mediaType() + " of "
                                + input.width() + "x" + input.height() + " pixels.")
                .withField("inputs");
    }

    private static BufferedImage plain(BufferedImage picture) {
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        boolean grey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            if (grey) {
                takeGreys(picture, y, row);
            }
            plain.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return plain;
    }

    /** Java takes greys for linear light and would make them brighter; the alpha that it read is kept. */
    private static void takeGreys(BufferedImage picture, int y, int[] row) {
        int tooMany = Math.max(0, picture.getSampleModel().getSampleSize(0) - Byte.SIZE);
        int[] greys = picture.getRaster().getSamples(0, y, row.length, 1, 0, (int[]) null);
        for (int x = 0; x < row.length; x++) {
            row[x] = row[x] & 0xff000000 | (greys[x] >> tooMany) * 0x010101;
        }
    }
}
