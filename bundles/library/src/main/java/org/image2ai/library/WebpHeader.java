package org.image2ai.library;

import java.io.IOException;
import java.util.Arrays;

/** Reads the RIFF chunks of a WebP (RFC 9649): VP8X carries the flags and the canvas, VP8 and VP8L their own size. */
final class WebpHeader {
    private static final int MAX_EXIF = 1 << 16;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATED = 2;

    private final FileBytes in;
    private int width;
    private int height;
    private int orientation = 1;

    private WebpHeader(FileBytes in) {
        this.in = in;
    }

    static Header read(FileBytes in, long length) throws IOException {
        return new WebpHeader(in).read(length);
    }

    private Header read(long length) throws IOException {
        in.skip(4);
        long end = in.little(4) + CHUNK_HEADER;
        if (end > length + 1) {
            throw Faults.truncated();
        }
        in.skip(4);
        boolean lossless = false;
        boolean pixels = false;
        while (in.position() + CHUNK_HEADER <= Math.min(end, length)) {
            String type = in.text(4);
            long size = in.little(4);
            if (type.equals("ANIM") || type.equals("ANMF")) {
                throw Faults.animated();
            }
            lossless |= type.equals("VP8L");
            pixels |= type.startsWith("VP8") && !type.equals("VP8X");
            chunk(type, size);
            if (size % 2 == 1 && in.position() < length) {
                in.skip(1);
            }
        }
        if (!pixels) {
            throw Faults.truncated();
        }
        return Header.coded(Kind.WEBP, width, height, orientation, lossless);
    }

    private void chunk(String type, long size) throws IOException {
        byte[] head = in.bytes((int) Math.min(size, type.equals("EXIF") ? MAX_EXIF : 10));
        if (type.equals("VP8X") && head.length == 10) {
            if ((head[0] & ANIMATED) != 0) {
                throw Faults.animated();
            }
            canvas(1 + bits(head, 4, 3), 1 + bits(head, 7, 3));
        } else if (type.equals("VP8 ") && head.length == 10 && width == 0) {
            canvas(bits(head, 6, 2) & 0x3fff, bits(head, 8, 2) & 0x3fff);
        } else if (type.equals("VP8L") && head.length >= 5 && width == 0) {
            int packed = bits(head, 1, 4);
            canvas(1 + (packed & 0x3fff), 1 + (packed >>> 14 & 0x3fff));
        } else if (type.equals("EXIF")) {
            boolean prefixed = head.length >= 6 && head[0] == 'E' && head[1] == 'x' && head[2] == 'i' && head[3] == 'f';
            orientation = Exif.orientation(prefixed ? Arrays.copyOfRange(head, 6, head.length) : head);
        }
        in.skip(size - head.length);
    }

    private void canvas(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    private static int bits(byte[] b, int at, int count) {
        int bits = 0;
        for (int i = count - 1; i >= 0; i--) {
            bits = bits << 8 | b[at + i] & 0xff;
        }
        return bits;
    }
}
