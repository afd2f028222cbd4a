package org.image2ai.library;

/**
 * What is known of a picture before anything of it is decoded.
 *
 * @param kind its type
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation as in EXIF, 1 to 8; 1 is upright
 * @param lossless whether the file keeps every pixel as it was
 */
record Header(Kind kind, int width, int height, int orientation, boolean lossless) {
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
