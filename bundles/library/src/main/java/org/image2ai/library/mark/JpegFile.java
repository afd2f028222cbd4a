package org.image2ai.library.mark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JPEG (ITU T.81): XMP in an APP1 segment of a known name, C2PA as JUMBF boxes in APP11. Looked at is what stands before
 * the first scan, where both belong.
 */
final class JpegFile extends Container {
    private static final String NAME = "http://ns.adobe.com/xap/1.0/\0";
    private static final int LONGEST_SEGMENT = 0xffff;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP11 = 0xeb;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;

    /** Where a JUMBF box says of what kind it is, with some room for long lengths. */
    private static final int BOX_HEAD = 64;

    private final Window in;

    /** JFIF and EXIF want to be first. */
    private long place = 2;

    JpegFile(Window in) throws IOException {
        this.in = in;
        boolean first = true;
        long at = marker(2);
        for (int marker = in.u8(at + 1); marker != SCAN && marker != END; marker = in.u8(at + 1)) {
            long next = at + 2 + segmentLength(marker, at);
            if (next > in.length()) {
                throw new EOFException();
            }
            segment(marker, new Span(at, next));
            first &= marker == APP0 || marker == APP1 && startsWith(at, "Exif\0");
            place = first ? next : place;
            at = marker(next);
        }
    }

    /** The place of the next marker: its last 0xff. */
    private long marker(long from) throws IOException {
        long at = from;
        while (in.u8(at) != 0xff || in.u8(at + 1) == 0xff || in.u8(at + 1) == 0) {
            at++;
        }
        return at;
    }

    private long segmentLength(int marker, long at) throws IOException {
        boolean bare = marker == 1 || marker >= 0xd0 && marker <= 0xd8;
        int length = bare ? 0 : in.u16(at + 2);
        if (!bare && length < 2) {
            throw new IOException("a JPEG segment of length " + length);
        }
        return length;
    }

    private void segment(int marker, Span segment) throws IOException {
        if (marker == APP11 && startsWith(segment.from(), "JP")) {
            long size = segment.to() - segment.from();
            if (in.text(segment.from(), Math.min(BOX_HEAD, size)).contains("c2pa")) {
                manifest();
            }
        } else if (marker == APP1 && startsWith(segment.from(), NAME)) {
            long from = segment.from() + 4 + NAME.length();
            packet(segment, Optional.of(in.bytes(from, (int) (segment.to() - from))));
        }
    }

    private boolean startsWith(long segment, String name) throws IOException {
        boolean fits = in.u16(segment + 2) - 2 >= name.length();
        return fits && in.text(segment + 4, name.length()).equals(name);
    }

    @Override
    int capacity() {
        return LONGEST_SEGMENT - 2 - NAME.length();
    }

    @Override
    Splice with(byte[] packet) {
        Splice splice = new Splice();
        keepWithoutPackets(splice, 0, place);
        splice.insert(segment(packet));
        keepWithoutPackets(splice, place, in.length());
        return splice;
    }

    private static byte[] segment(byte[] packet) {
        int length = 2 + NAME.length() + packet.length;
        return ByteBuffer.allocate(2 + length)
                .put((byte) 0xff)
                .put((byte) APP1)
                .putShort((short) length)
                .put(NAME.getBytes(StandardCharsets.ISO_8859_1))
                .put(packet)
                .array();
    }
}
