package org.image2ai.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the marker segments of a JPEG (ITU T.81 annex B); between SOS and the next marker lies the compressed picture. */
final class JpegHeader {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int PROGRESSIVE = 0xc2;
    private static final int SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    /** JFIF with no thumbnail, which may show what was cut away. */
    private static final int BARE_JFIF = 14;

    private final FileBytes in;
    private final Spans spans = new Spans();
    private int width;
    private int height;
    private int orientation = 1;
    private boolean plainColours;
    private boolean profile;
    private boolean progressive;

    private JpegHeader(FileBytes in) {
        this.in = in;
    }

    static Header read(FileBytes in) throws IOException {
        return new JpegHeader(in).read();
    }

    private Header read() throws IOException {
        in.skip(2);
        spans.keep(0, 2);
        boolean scanned = false;
        long from = 2;
        for (int marker = nextMarker(); marker != END; marker = nextMarker()) {
            if (marker == START) {
                throw Faults.broken();
            }
            // What stands before the marker: the compressed picture, or nothing.
            long at = in.position() - 2;
            spans.keep(from, at);
            int size = in.u16() - 2;
            if (size < 0) {
                throw Faults.broken();
            }
            if (segment(marker, size)) {
                spans.keep(at, in.position());
            }
            from = in.position();
            scanned |= marker == SCAN;
        }
        spans.keep(from, in.position());
        if (!scanned) {
            throw Faults.truncated();
        }
        Header header = Header.coded(Kind.JPEG, width, height, orientation, false);
        header = progressive ? header.held() : header;
        return plainColours && !profile && orientation == 1 ? header.plain(spans.all()) : header;
    }

    /** Skips to the next marker that is no stuffed byte and no restart. */
    private int nextMarker() throws IOException {
        while (true) {
            if (in.u8() == 0xff) {
                int marker = in.u8();
                while (marker == 0xff) {
                    marker = in.u8();
                }
                if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
                    return marker;
                }
            }
        }
    }

    /** Reads a segment. @return whether the picture needs it */
    private boolean segment(int marker, int size) throws IOException {
        byte[] data = in.bytes(size);
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && size >= 6) {
            height = (data[1] & 0xff) << 8 | data[2] & 0xff;
            width = (data[3] & 0xff) << 8 | data[4] & 0xff;
            progressive |= marker >= PROGRESSIVE;
            plainColours = marker <= PROGRESSIVE && data[0] == 8 && data[5] == 3;
        } else if (marker == APP1 && startsWith(data, "Exif\0\0")) {
            orientation = Exif.orientation(Arrays.copyOfRange(data, 6, size));
        } else if (marker == APP2 && startsWith(data, "ICC_PROFILE\0")) {
            profile = true;
        }
        return switch (marker) {
            case APP0 -> size == BARE_JFIF && startsWith(data, "JFIF\0");
            case APP14 -> startsWith(data, "Adobe");
            default -> marker != COMMENT && (marker < APP0 || marker > APP15);
        };
    }

    private static boolean startsWith(byte[] data, String text) {
        return data.length >= text.length()
                && new String(data, 0, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }
}
