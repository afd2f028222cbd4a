package org.image2ai.library.mark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** PNG (W3C, third edition): XMP in an {@code iTXt} chunk of a known keyword, C2PA in {@code caBX}. */
final class PngFile extends Container {
    private static final String KEYWORD = "XML:com.adobe.xmp\0";
    private static final int SIGNATURE = 8;

    /** Length, type and CRC. */
    private static final int FRAME = 12;

    private final Window in;
    private long headerEnd;

    PngFile(Window in) throws IOException {
        this.in = in;
        String type;
        long at = SIGNATURE;
        do {
            long size = in.u32(at);
            long next = at + FRAME + size;
            if (next > in.length()) {
                throw new EOFException();
            }
            type = in.text(at + 4, 4);
            chunk(type, new Span(at, next));
            at = next;
        } while (!type.equals("IEND"));
        if (headerEnd == 0) {
            throw new IOException("a PNG without a header");
        }
    }

    private void chunk(String type, Span chunk) throws IOException {
        switch (type) {
            case "IHDR" -> headerEnd = chunk.to();
            case "caBX" -> manifest();
            case "iTXt" -> text(chunk);
            default -> {
                // Nothing that speaks of the origin.
            }
        }
    }

    private void text(Span chunk) throws IOException {
        long data = chunk.from() + 8;
        long end = chunk.to() - 4;
        if (in.text(data, Math.min(KEYWORD.length(), end - data)).equals(KEYWORD)) {
            packet(chunk, end - data > LONGEST_PACKET ? Optional.empty() : content(in.bytes(data, (int) (end - data))));
        }
    }

    /** After the keyword: compressed or not, how, two texts that end with a zero, the packet. */
    private static Optional<byte[]> content(byte[] data) {
        int at = KEYWORD.length() + 2;
        int zeros = 0;
        while (at < data.length && zeros < 2) {
            zeros += data[at++] == 0 ? 1 : 0;
        }
        if (zeros < 2) {
            return Optional.empty();
        }
        InputStream packet = new ByteArrayInputStream(data, at, data.length - at);
        boolean compressed = data[KEYWORD.length()] != 0;
        try (InputStream plain = compressed ? new InflaterInputStream(packet) : packet) {
            byte[] bytes = plain.readNBytes(LONGEST_PACKET + 1);
            return bytes.length > LONGEST_PACKET ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    int capacity() {
        return LONGEST_PACKET;
    }

    @Override
    Splice with(byte[] packet) throws IOException {
        Splice splice = new Splice();
        keepWithoutPackets(splice, 0, headerEnd);
        splice.insert(chunk(packet));
        keepWithoutPackets(splice, headerEnd, in.length());
        return splice;
    }

    private static byte[] chunk(byte[] packet) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(("iTXt" + KEYWORD + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(packet);
        CRC32 crc = new CRC32();
        crc.update(data.toByteArray());
        return ByteBuffer.allocate(8 + data.size())
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) crc.getValue())
                .array();
    }
}
