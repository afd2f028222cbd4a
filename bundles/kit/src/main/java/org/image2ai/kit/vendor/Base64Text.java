package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes the base64 of one JSON string while it comes in, in pieces that the JDK decodes as a whole. What stands before
 * a comma is left out if it begins as a data URL; an escaped slash is a slash.
 */
final class Base64Text {
    /** A multiple of four, so that each piece can be decoded by itself. */
    private static final int PIECE = 16 << 10;

    private static final int PREFIX = 128;

    private final OutputStream out;
    private final byte[] piece = new byte[PIECE];
    private final byte[] plain = new byte[PIECE / 4 * 3];
    private int count;
    private boolean escaped;
    private boolean begun;

    Base64Text(OutputStream out) {
        this.out = out;
    }

    /**
     * Takes characters of the string, without its quotes.
     *
     * @throws IllegalArgumentException when they are not base64
     */
    void write(byte[] text, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (escaped) {
                escaped(text[at++]);
                continue;
            }
            int stop = at;
            int most = Math.min(to, at + piece.length - count);
            while (stop < most && text[stop] != '\\') {
                stop++;
            }
            System.arraycopy(text, at, piece, count, stop - at);
            count += stop - at;
            at = stop;
            if (at < to && text[at] == '\\' && count < piece.length) {
                escaped = true;
                at++;
            }
            if (count == piece.length) {
                flush();
            }
        }
    }

    private void escaped(byte character) throws IOException {
        escaped = false;
        if (character == '/') {
            piece[count++] = '/';
        } else if (character != 'n' && character != 'r') {
            throw new IllegalArgumentException("an escape that base64 does not have");
        }
        if (count == piece.length) {
            flush();
        }
    }

    /** The string came to its end. */
    void end() throws IOException {
        if (escaped) {
            throw new IllegalArgumentException("an escape without an end");
        }
        if (!begun) {
            dropPrefix();
        }
        out.write(Base64.getDecoder().decode(Arrays.copyOf(piece, count)));
        count = 0;
    }

    /** The piece is full: it goes on, unless a prefix went out of it and there is room again. */
    private void flush() throws IOException {
        if (!begun) {
            begun = true;
            if (dropPrefix()) {
                return;
            }
        }
        out.write(plain, 0, Base64.getDecoder().decode(piece, plain));
        count = 0;
    }

    private boolean dropPrefix() {
        if (count < 5 || piece[0] != 'd' || piece[4] != ':') {
            return false;
        }
        int comma = 0;
        while (comma < Math.min(count, PREFIX) && piece[comma] != ',') {
            comma++;
        }
        count = Math.max(0, count - comma - 1);
        System.arraycopy(piece, comma + 1, piece, 0, count);
        return true;
    }
}
