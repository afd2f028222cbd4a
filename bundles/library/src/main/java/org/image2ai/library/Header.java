package org.image2ai.library;

import java.util.List;

/**
 * What is known of a picture before anything of it is decoded.
 *
 * @param kind its type
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation as in EXIF, 1 to 8; 1 is upright
 * @param lossless whether the file keeps every pixel as it was
 * @param streamed whether a decoder that leaves out pixels holds no more than those it takes
 * @param plain the parts of the file that make an upright sRGB picture with nothing but its pixels, in their order; none
 *     when it takes a decoder to get there
 */
record Header(Kind kind, int width, int height, int orientation, boolean lossless, boolean streamed, List<Span> plain) {
    /** Bytes of a file: from the first to before the last. */
    record Span(long from, long to) {}

    /** A picture that only a decoder makes plain. */
    static Header coded(Kind kind, int width, int height, int orientation, boolean lossless) {
        return new Header(kind, width, height, orientation, lossless, kind != Kind.WEBP, List.of());
    }

    /** The picture as it is in some parts of the file. */
    Header plain(List<Span> parts) {
        return new Header(kind, width, height, orientation, lossless, streamed, parts);
    }

    /** The picture, of which a decoder holds everything until the end of the file. */
    Header held() {
        return new Header(kind, width, height, orientation, lossless, false, plain);
    }

    long pixels() {
        return (long) width * height;
    }

    boolean turned() {
        return orientation >= 5;
    }

    int uprightWidth() {
        return turned() ? height : width;
    }

    int uprightHeight() {
        return turned() ? width : height;
    }
}
