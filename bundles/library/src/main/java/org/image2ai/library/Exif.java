package org.image2ai.library;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The one thing that is read from EXIF: which way is up. Exif 2.32, tag 0x0112. */
final class Exif {
    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** The orientation in a TIFF block; 1 where it says none or is damaged. */
    static int orientation(byte[] tiff) {
        try {
            ByteBuffer in = ByteBuffer.wrap(tiff);
            String order = new String(tiff, 0, Math.min(2, tiff.length), StandardCharsets.ISO_8859_1);
            in.order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = in.getInt(4);
            int entries = in.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((in.getShort(entry) & 0xffff) == ORIENTATION) {
                    int found = in.getShort(entry + 8) & 0xffff;
                    return found >= 1 && found <= 8 ? found : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return 1;
        }
    }
}
