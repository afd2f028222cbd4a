package org.image2ai.library;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Reads the structure of a file from its first byte to its last: size, frames, and whether it is all there. */
final class Headers {
    private static final int SNIFFED = 1024;
    private static final int MAX_EXIF = 1 << 16;

    private final DataInputStream in;
    private final long length;
    private int width;
    private int height;
    private int orientation = 1;

    private Headers(DataInputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    static Header read(Path file) throws IOException {
        Kind kind = sniff(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return new Headers(in, Files.size(file)).read(kind);
        } catch (EOFException e) {
            throw Faults.truncated().causedBy(e);
        }
    }

    private static Kind sniff(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SNIFFED);
            if (head.length == 0) {
                throw Faults.empty();
            }
            return Kind.of(head);
        }
    }

    private Header read(Kind kind) throws IOException {
        boolean lossless =
                switch (kind) {
                    case PNG -> png();
                    case JPEG -> jpeg();
                    case WEBP -> webp();
                    case GIF -> gif();
                    case SVG -> throw Faults.unsupported("SVG is not taken, because it is a programme.");
                    case OTHER -> throw Faults.unsupported("This is not a picture of a type that is taken.");
                };
        if (width < 1 || height < 1) {
            throw Faults.broken();
        }
        return new Header(kind, width, height, orientation, lossless);
    }

    /** PNG third edition: chunks of length, type, data, CRC. */
    private boolean png() throws IOException {
        in.skipNBytes(8);
        boolean pixels = false;
        while (true) {
            long size = in.readInt() & 0xffffffffL;
            byte[] type = in.readNBytes(4);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (name.equals("acTL")) {
                throw Faults.animated();
            }
            pixels |= name.equals("IDAT");
            chunk(type, size);
            if (name.equals("IEND")) {
                if (!pixels) {
                    throw Faults.truncated();
                }
                return true;
            }
        }
    }

    private void chunk(byte[] type, long size) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type);
        byte[] buffer = new byte[1 << 13];
        boolean header = Arrays.equals(type, "IHDR".getBytes(StandardCharsets.ISO_8859_1));
        boolean exif = Arrays.equals(type, "eXIf".getBytes(StandardCharsets.ISO_8859_1));
        for (long left = size; left > 0; ) {
            int n = (int) Math.min(left, buffer.length);
            in.readFully(buffer, 0, n);
            crc.update(buffer, 0, n);
            if (left == size && header && n >= 8) {
                width = int32(buffer, 0);
                height = int32(buffer, 4);
            }
            if (left == size && exif) {
                orientation = Exif.orientation(Arrays.copyOf(buffer, n));
            }
            left -= n;
        }
        if (in.readInt() != (int) crc.getValue()) {
            throw Faults.broken();
        }
    }

    private static int int32(byte[] b, int at) {
        return (b[at] & 0xff) << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
    }

    /** ITU T.81 annex B: marker segments; between SOS and the next marker lies the compressed picture. */
    private boolean jpeg() throws IOException {
        in.skipNBytes(2);
        boolean scanned = false;
        for (int marker = nextMarker(); marker != 0xd9; marker = scanned ? nextMarker() : nextMarkerOrBroken()) {
            int size = in.readUnsignedShort() - 2;
            if (size < 0) {
                throw Faults.broken();
            }
            segment(marker, size);
            scanned |= marker == 0xda;
        }
        if (!scanned) {
            throw Faults.truncated();
        }
        return false;
    }

    private int nextMarkerOrBroken() throws IOException {
        int marker = nextMarker();
        if (marker == 0xd8) {
            throw Faults.broken();
        }
        return marker;
    }

    /** Skips to the next marker that is no stuffed byte and no restart. */
    private int nextMarker() throws IOException {
        while (true) {
            if (in.readUnsignedByte() == 0xff) {
                int marker = in.readUnsignedByte();
                while (marker == 0xff) {
                    marker = in.readUnsignedByte();
                }
                if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
                    return marker;
                }
            }
        }
    }

    private void segment(int marker, int size) throws IOException {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (!frame && marker != 0xe1) {
            in.skipNBytes(size);
            return;
        }
        byte[] data = new byte[size];
        in.readFully(data);
        if (frame && size >= 5) {
            height = (data[1] & 0xff) << 8 | data[2] & 0xff;
            width = (data[3] & 0xff) << 8 | data[4] & 0xff;
        } else if (size > 6 && new String(data, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) {
            orientation = Exif.orientation(Arrays.copyOfRange(data, 6, size));
        }
    }

    /** RFC 9649: RIFF chunks; VP8X carries the flags and the canvas, VP8 and VP8L their own size. */
    private boolean webp() throws IOException {
        in.skipNBytes(4);
        long end = little(4) + 8;
        if (end > length + 1) {
            throw Faults.truncated();
        }
        in.skipNBytes(4);
        boolean lossless = false;
        boolean pixels = false;
        for (long at = 12; at + 8 <= Math.min(end, length); ) {
            String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            long size = little(4);
            if (type.equals("ANIM") || type.equals("ANMF")) {
                throw Faults.animated();
            }
            lossless |= type.equals("VP8L");
            pixels |= type.startsWith("VP8") && !type.equals("VP8X");
            webpChunk(type, size);
            at += 8 + size + (size & 1);
        }
        if (!pixels) {
            throw Faults.truncated();
        }
        return lossless;
    }

    private void webpChunk(String type, long size) throws IOException {
        int known = (int) Math.min(size, type.equals("EXIF") ? MAX_EXIF : 10);
        byte[] head = new byte[known];
        in.readFully(head);
        if (type.equals("VP8X") && known == 10) {
            if ((head[0] & 2) != 0) {
                throw Faults.animated();
            }
            canvas(1 + bits(head, 4, 3), 1 + bits(head, 7, 3));
        } else if (type.equals("VP8 ") && known == 10 && width == 0) {
            canvas(bits(head, 6, 2) & 0x3fff, bits(head, 8, 2) & 0x3fff);
        } else if (type.equals("VP8L") && known >= 5 && width == 0) {
            int packed = bits(head, 1, 4);
            canvas(1 + (packed & 0x3fff), 1 + (packed >>> 14 & 0x3fff));
        } else if (type.equals("EXIF")) {
            int tiff = new String(head, 0, Math.min(4, known), StandardCharsets.ISO_8859_1).equals("Exif") ? 6 : 0;
            orientation = Exif.orientation(Arrays.copyOfRange(head, Math.min(tiff, known), known));
        }
        long rest = size - known;
        in.skipNBytes(rest);
        if ((size & 1) == 1) {
            in.skip(1);
        }
    }

    private void canvas(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    private long little(int count) throws IOException {
        byte[] b = new byte[count];
        in.readFully(b);
        return bits(b, 0, count) & 0xffffffffL;
    }

    private static int bits(byte[] b, int at, int count) {
        int bits = 0;
        for (int i = count - 1; i >= 0; i--) {
            bits = bits << 8 | b[at + i] & 0xff;
        }
        return bits;
    }

    /** GIF89a: blocks; a second image descriptor is a second frame. */
    private boolean gif() throws IOException {
        in.skipNBytes(6);
        canvas((int) little(2), (int) little(2));
        int flags = in.readUnsignedByte();
        in.skipNBytes(2);
        colours(flags);
        int frames = 0;
        for (int block = in.readUnsignedByte(); block != 0x3b; block = in.readUnsignedByte()) {
            if (block == 0x2c) {
                if (++frames > 1) {
                    throw Faults.animated();
                }
                in.skipNBytes(8);
                colours(in.readUnsignedByte());
            } else if (block != 0x21) {
                throw Faults.broken();
            }
            in.skipNBytes(1);
            for (int n = in.readUnsignedByte(); n > 0; n = in.readUnsignedByte()) {
                in.skipNBytes(n);
            }
        }
        return true;
    }

    private void colours(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skipNBytes(3L << (flags & 7) + 1);
        }
    }
}
