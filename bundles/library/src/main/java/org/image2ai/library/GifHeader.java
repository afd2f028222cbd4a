package org.image2ai.library;

import java.io.IOException;

/** Reads the blocks of a GIF (GIF89a); a second image descriptor is a second frame. */
final class GifHeader {
    private static final int TRAILER = 0x3b;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;

    private GifHeader() {}

    static Header read(FileBytes in) throws IOException {
        in.skip(6);
        int width = (int) in.little(2);
        int height = (int) in.little(2);
        int flags = in.u8();
        in.skip(2);
        colours(flags, in);
        int frames = 0;
        for (int block = in.u8(); block != TRAILER; block = in.u8()) {
            if (block == IMAGE) {
                if (++frames > 1) {
                    throw Faults.animated();
                }
                in.skip(8);
                colours(in.u8(), in);
            } else if (block != EXTENSION) {
                throw Faults.broken();
            }
            in.skip(1);
            for (int n = in.u8(); n > 0; n = in.u8()) {
                in.skip(n);
            }
        }
        return Header.coded(Kind.GIF, width, height, 1, true);
    }

    private static void colours(int flags, FileBytes in) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skip(3L << (flags & 7) + 1);
        }
    }
}
