package org.image2ai.tck.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.image2ai.api.model.RenderInput;

/** Pictures for tests: fixtures by name, and small ones that are drawn when asked. */
public final class Pictures {
    private Pictures() {}

    /** The bytes of a fixture in this package's resources: {@code pictures.bytes("photo.jpg")}. */
    public static byte[] bytes(String name) {
        try (InputStream in = Pictures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no picture " + name + " in " + Pictures.class.getPackageName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An opaque picture of one colour. */
    public static BufferedImage solid(int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return picture;
    }

    /** An opaque picture in which every corner differs: red grows to the right, green grows downward. */
    public static BufferedImage gradient(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 255 * x / Math.max(1, width - 1);
                int green = 255 * y / Math.max(1, height - 1);
                picture.setRGB(x, y, red << 16 | green << 8 | 0x40);
            }
        }
        return picture;
    }

    /** A mask: black, with a white rectangle. */
    public static BufferedImage mask(int width, int height, java.awt.Rectangle white) {
        BufferedImage picture = solid(width, height, Color.BLACK);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fill(white);
        g.dispose();
        return picture;
    }

    /** A picture as PNG. */
    public static byte[] png(BufferedImage picture) {
        return encode(picture, "png");
    }

    /** A picture as JPEG. */
    public static byte[] jpeg(BufferedImage picture) {
        return encode(picture, "jpeg");
    }

    private static byte[] encode(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("no writer of " + format + " for this picture");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture of a PNG or JPEG. */
    public static BufferedImage decode(byte[] encoded) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(encoded)))
                    .orElseThrow(() -> new IllegalArgumentException("these bytes are no picture"));
        } catch (IOException e) {
            throw new IllegalArgumentException("these bytes are no whole picture", e);
        }
    }

    /** The media type by the first bytes; empty for what is no PNG, JPEG or WebP. */
    public static Optional<String> mediaType(byte[] encoded) {
        String head = new String(encoded, 0, Math.min(encoded.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
    }

    /** A PNG or JPEG as the input of a rendering. */
    public static RenderInput input(RenderInput.Role role, byte[] encoded) {
        BufferedImage picture = decode(encoded);
        String mediaType = mediaType(encoded).orElseThrow();
        return new RenderInput(
                role,
                mediaType,
                picture.getWidth(),
                picture.getHeight(),
                encoded.length,
                () -> new ByteArrayInputStream(encoded));
    }
}
