package org.image2ai.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads the chunks of a PNG (W3C PNG, third edition): length, type, data, CRC. */
final class PngHeader {
    private static final int SIGNATURE = 8;
    private static final int MAX_EXIF = 1 << 16;
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Of eight bits: RGB, palette, RGBA. Java takes gray for linear light and must be told otherwise. */
    private static final Set<Integer> PLAIN_COLOURS = Set.of(2, 3, 6);

    private final FileBytes in;
    private final Spans spans = new Spans();
    private int width;
    private int height;
    private int orientation = 1;
    private boolean plainColours;

    private PngHeader(FileBytes in) {
        this.in = in;
    }

    static Header read(FileBytes in) throws IOException {
        return new PngHeader(in).read();
    }

    private Header read() throws IOException {
        in.skip(SIGNATURE);
        spans.keep(0, SIGNATURE);
        boolean pixels = false;
        String name;
        do {
            long from = in.position();
            long size = in.u32();
            name = chunk(size);
            if (PIXELS.contains(name)) {
                spans.keep(from, in.position());
            }
            pixels |= name.equals("IDAT");
        } while (!name.equals("IEND"));
        if (!pixels) {
            throw Faults.truncated();
        }
        Header header = Header.coded(Kind.PNG, width, height, orientation, true);
        return plainColours && orientation == 1 ? header.plain(spans.all()) : header;
    }

    private String chunk(long size) throws IOException {
        byte[] type = in.bytes(4);
        String name = new String(type, StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(type);
        switch (name) {
            case "acTL" -> throw Faults.animated();
            case "IHDR" -> header(known(size, 13, crc));
            case "eXIf" -> orientation = Exif.orientation(known(size, MAX_EXIF, crc));
            default -> in.pass(size, crc::update);
        }
        if ((int) in.u32() != (int) crc.getValue()) {
            throw Faults.broken();
        }
        return name;
    }

    /** The first bytes of a chunk that has some more perhaps. */
    private byte[] known(long size, int most, CRC32 crc) throws IOException {
        byte[] head = in.bytes((int) Math.min(size, most));
        crc.update(head);
        in.pass(size - head.length, crc::update);
        return head;
    }

    private void header(byte[] data) {
        if (data.length < 13 || width != 0) {
            throw Faults.broken();
        }
        ByteBuffer header = ByteBuffer.wrap(data);
        width = header.getInt();
        height = header.getInt();
        plainColours = header.get() == 8 && PLAIN_COLOURS.contains((int) header.get());
    }
}
