package org.image2ai.library.mark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * WebP (RFC 9649): XMP in a chunk of its own that the extended header announces, C2PA in chunk {@code C2PA}. A simple
 * file becomes an extended one.
 */
final class WebpFile extends Container {
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int EXTENDED = 10;
    private static final int HAS_XMP = 4;
    private static final int HAS_ALPHA = 16;

    private final Window in;
    private final long end;
    private long extended = -1;
    private long picture = -1;

    WebpFile(Window in) throws IOException {
        this.in = in;
        // Some writers leave out the last byte, which only fills up.
        long stated = in.little(4, 4) + CHUNK_HEADER;
        if (stated > in.length() + 1) {
            throw new EOFException();
        }
        end = Math.min(stated, in.length());
        for (long at = FILE_HEADER; at + CHUNK_HEADER <= end; ) {
            long size = in.little(at + 4, 4);
            long next = at + CHUNK_HEADER + size;
            if (next > end) {
                throw new EOFException();
            }
            next = Math.min(end, next + size % 2);
            chunk(in.text(at, 4), new Span(at, next), size);
            at = next;
        }
        if (picture < 0) {
            throw new IOException("a WebP without a picture");
        }
    }

    private void chunk(String type, Span chunk, long size) throws IOException {
        switch (type) {
            case "VP8X" -> {
                if (size < EXTENDED) {
                    throw new IOException("a WebP with an extended header of " + size + " bytes");
                }
                extended = chunk.from();
            }
            case "VP8 ", "VP8L" -> picture = picture < 0 ? chunk.from() : picture;
            case "C2PA" -> manifest();
            case "XMP " -> {
                long from = chunk.from() + CHUNK_HEADER;
                packet(chunk, size > LONGEST_PACKET ? Optional.empty() : Optional.of(in.bytes(from, (int) size)));
            }
            default -> {
                // Nothing that speaks of the origin.
            }
        }
    }

    @Override
    int capacity() {
        return LONGEST_PACKET;
    }

    @Override
    Splice with(byte[] packet) throws IOException {
        long kept = end - FILE_HEADER;
        for (Span chunk : packets()) {
            kept -= chunk.to() - chunk.from();
        }
        byte[] made = extended < 0 ? extendedHeader() : new byte[0];
        byte[] fill = new byte[(int) (kept % 2)];
        byte[] xmp = xmpChunk(packet);
        Splice splice = new Splice().insert(fileHeader(4 + made.length + kept + fill.length + xmp.length));
        if (extended < 0) {
            splice.insert(made);
            keepWithoutPackets(splice, FILE_HEADER, end);
        } else {
            long flags = extended + CHUNK_HEADER;
            keepWithoutPackets(splice, FILE_HEADER, flags);
            splice.insert(new byte[] {(byte) (in.u8(flags) | HAS_XMP)});
            keepWithoutPackets(splice, flags + 1, end);
        }
        return splice.insert(fill).insert(xmp);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] fileHeader(long size) {
        return little(FILE_HEADER)
                .put(ascii("RIFF"))
                .putInt((int) size)
                .put(ascii("WEBP"))
                .array();
    }

    private static byte[] xmpChunk(byte[] packet) {
        return little(CHUNK_HEADER + packet.length + packet.length % 2)
                .put(ascii("XMP "))
                .putInt(packet.length)
                .put(packet)
                .array();
    }

    private byte[] extendedHeader() throws IOException {
        long data = picture + CHUNK_HEADER;
        boolean lossless = in.text(picture, 4).equals("VP8L");
        long packed = in.little(lossless ? data + 1 : data + 6, 4);
        long width = packed & 0x3fff;
        long height = (lossless ? packed >> 14 : packed >> 16) & 0x3fff;
        boolean alpha = lossless && (packed >> 28 & 1) == 1;
        // A lossless header states one less, as the extended one does.
        long less = lossless ? 0 : 1;
        ByteBuffer header = little(CHUNK_HEADER + EXTENDED).put(ascii("VP8X")).putInt(EXTENDED);
        header.putInt(HAS_XMP | (alpha ? HAS_ALPHA : 0));
        put24(header, width - less);
        put24(header, height - less);
        return header.array();
    }

    private static void put24(ByteBuffer to, long number) {
        to.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }
}
