package org.image2ai.tck.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files that somebody could send. */
public final class HostilePictures {
    private HostilePictures() {}

    /** A PNG that claims a size and holds a few bytes. */
    public static byte[] pngClaiming(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return join(
                Arrays.copyOf(Pictures.png(Pictures.gradient(2, 2)), 8),
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 0x03, 0, 0, 0, 0, 1}),
                chunk("IEND", new byte[0]));
    }

    /** A PNG of little size whose rows go on and on: what it inflates to is a thousand times what it is. */
    public static byte[] pngBomb(int width, int height, int megabytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                deflated.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return join(
                Arrays.copyOf(Pictures.png(Pictures.gradient(2, 2)), 8),
                chunk("IHDR", header.array()),
                chunk("IDAT", packed.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    public static byte[] apng() {
        byte[] png = Pictures.png(Pictures.gradient(8, 8));
        byte[] control = chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        return join(Arrays.copyOf(png, 33), control, Arrays.copyOfRange(png, 33, png.length));
    }

    /** A PNG with a word before its picture and one more after it. */
    public static byte[] pngSaying(byte[] png, String word) {
        byte[] text = chunk("tEXt", ("Comment\0" + word).getBytes(StandardCharsets.ISO_8859_1));
        int end = png.length - 12;
        return join(
                Arrays.copyOf(png, 33),
                text,
                Arrays.copyOfRange(png, 33, end),
                text,
                Arrays.copyOfRange(png, end, png.length));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A JPEG whose EXIF holds an orientation and a GPS latitude reference with a word that must not survive. */
    public static byte[] jpegWithExif(BufferedImage picture, int orientation, String secret) {
        byte[] jpeg = Pictures.jpeg(picture);
        byte[] word = secret.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer tiff = ByteBuffer.allocate(56 + word.length);
        tiff.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x001d).putShort((short) 2).putInt(word.length).putInt(56);
        tiff.putInt(0).position(56);
        tiff.put(word);
        byte[] exif = join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff.array());
        byte[] marker = ByteBuffer.allocate(4)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .array();
        return join(Arrays.copyOf(jpeg, 2), marker, exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    public static byte[] gif(int frames) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (int i = 0; i < frames; i++) {
                    BufferedImage frame = Pictures.solid(8, 8, i == 0 ? Color.RED : Color.BLUE);
                    writer.writeToSequence(new IIOImage(frame, null, null), null);
                }
                writer.endWriteSequence();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A WebP container that says that it is animated. */
    public static byte[] animatedWebp() {
        byte[] flags = new byte[10];
        flags[0] = 2;
        return webp("VP8X", flags);
    }

    public static byte[] webp(String type, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(20 + data.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(12 + data.length);
        file.put(("WEBP" + type).getBytes(StandardCharsets.ISO_8859_1))
                .putInt(data.length)
                .put(data);
        return file.array();
    }

    /** A JPEG of four components, as printers use them; Adobe's marker says that they are inverted CMYK. */
    public static byte[] cmykJpeg(int cyan, int magenta, int yellow, int black) {
        try {
            java.awt.image.WritableRaster raster = java.awt.image.Raster.createInterleavedRaster(0, 16, 16, 4, null);
            int[] ink = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
            for (int i = 0; i < 256; i++) {
                raster.setPixel(i % 16, i / 16, ink);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Iterator<ImageWriter> writers = ImageIO.getImageWriters(
                    ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB), "jpeg");
            ImageWriter writer = writers.next();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(raster, null, null), null);
            }
            byte[] plain = bytes.toByteArray();
            byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
            return join(Arrays.copyOf(plain, 2), adobe, Arrays.copyOfRange(plain, 2, plain.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
