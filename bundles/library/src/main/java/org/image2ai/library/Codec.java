package org.image2ai.library;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.PictureFormat;

/**
 * Decodes and encodes. The readers are made here by name: in OSGi the service lookup of ImageIO sees the class loader
 * of whoever happens to call, and finds none of ours.
 */
final class Codec {
    private static final ImageReaderSpi JPEG = jpegReader();
    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    private Codec() {}

    /** The reader leans on the JDK's, which it finds when it is told of the registry; it is not entered there. */
    private static ImageReaderSpi jpegReader() {
        JPEGImageReaderSpi spi = new JPEGImageReaderSpi();
        spi.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return spi;
    }

    private static ImageReader reader(Kind kind) throws IOException {
        return switch (kind) {
            case JPEG -> JPEG.createReaderInstance();
            case WEBP -> WEBP.createReaderInstance();
            default -> ImageIO.getImageReadersByFormatName(kind.name()).next();
        };
    }

    /** The picture as stored, taking only every {@code step}th pixel. */
    static BufferedImage decode(Path file, Header header, int step) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(header.kind());
            try {
                reader.setInput(in, true, true);
                if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
                    throw Faults.broken();
                }
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (EOFException e) {
            throw Faults.truncated().causedBy(e);
        } catch (PlatformException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw (e.getCause() instanceof EOFException ? Faults.truncated() : Faults.broken()).causedBy(e);
        }
    }

    /** Writes pixels only: no metadata of the source survives. */
    static void encode(BufferedImage picture, PictureFormat format, OutputStream to) throws IOException {
        switch (format.type()) {
            case PNG -> encode(picture, "png", Optional.empty(), to);
            case JPEG -> encode(opaque(picture), "jpeg", Optional.of(format.quality() / 100f), to);
            case WEBP -> WebP.encode(picture, format.quality(), to);
        }
    }

    private static void encode(BufferedImage picture, String name, Optional<Float> quality, OutputStream to)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            quality.ifPresent(of0to1 -> {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(of0to1);
            });
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** What JPEG can hold: transparency becomes white. */
    private static BufferedImage opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }
}
