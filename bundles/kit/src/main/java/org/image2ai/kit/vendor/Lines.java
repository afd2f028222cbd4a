package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of an event stream, of which each is read in pieces. They end with LF or CR LF. */
final class Lines {
    /** The field of a line that says nothing. */
    private static final String COMMENT = ":";

    private static final int MOST_FIELD = 64;

    private final InputStream in;
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int end;
    private boolean lineEnded;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * Begins the next line and reads the name of its field and the colon.
     *
     * @return empty at the end of the stream; an empty name for an empty line, of which nothing is left then
     */
    Optional<String> field() throws IOException {
        StringBuilder name = new StringBuilder();
        lineEnded = false;
        for (int b = next(); b >= 0; b = next()) {
            if (b == '\n') {
                lineEnded = true;
                return Optional.of(name.toString().stripTrailing());
            }
            if (b == ':') {
                skipOneBlank();
                return Optional.of(name.length() == 0 ? COMMENT : name.toString());
            }
            if (name.length() < MOST_FIELD) {
                name.append((char) b);
            }
        }
        lineEnded = true;
        return name.length() == 0
                ? Optional.empty()
                : Optional.of(name.toString().stripTrailing());
    }

    private void skipOneBlank() throws IOException {
        if (fill() && buffer[at] == ' ') {
            at++;
        }
    }

    /** The next byte of this line; -1 at its end. */
    int inLine() throws IOException {
        byte[] one = new byte[1];
        return inLine(one, 0, 1) <= 0 ? -1 : one[0] & 0xff;
    }

    /** Some bytes of this line; 0 at its end. */
    int inLine(byte[] to, int offset, int length) throws IOException {
        if (lineEnded || !fill()) {
            lineEnded = true;
            return 0;
        }
        int stop = at;
        while (stop < end && stop - at < length && buffer[stop] != '\n' && buffer[stop] != '\r') {
            stop++;
        }
        if (stop > at) {
            int got = stop - at;
            System.arraycopy(buffer, at, to, offset, got);
            at = stop;
            return got;
        }
        return lineBreak(to, offset);
    }

    /** At a CR or LF: a CR that no LF follows is a part of the line. */
    private int lineBreak(byte[] to, int offset) throws IOException {
        int first = next();
        if (first == '\n' || fill() && buffer[at] == '\n' && next() == '\n') {
            lineEnded = true;
            return 0;
        }
        to[offset] = (byte) first;
        return 1;
    }

    void skipLine() throws IOException {
        byte[] nowhere = new byte[1 << 10];
        while (inLine(nowhere, 0, nowhere.length) > 0) {
            continue;
        }
    }

    private int next() throws IOException {
        return fill() ? buffer[at++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return at < end;
    }
}
