package org.image2ai.model.embedded.enhance;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG row by row and keeps one row, where ImageIO wants the whole picture: 8 bits a channel, every row under
 * the Paeth filter. The format: https://www.w3.org/TR/png-3/
 *
 * <p>What the filter leaves of a photograph seldom repeats: to look for repetitions takes ten times as long, and the file
 * gets no smaller. What it leaves of even areas is zeros, which repeat.
 */
final class PngStream implements AutoCloseable {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int RGBA = 6;
    private static final int PAETH = 4;
    private static final int CHUNK = 1 << 16;
    private static final int ROWS_TO_JUDGE = 32;

    private final DataOutputStream out;
    private final Deflater deflater = new Deflater();
    private final byte[] chunk = new byte[CHUNK];
    private final int width;
    private final int channels;
    private final byte[] filtered;
    private byte[] above;
    private byte[] row;
    private int filled;
    private int rows;
    private long zeros;

    PngStream(OutputStream out, int width, int height, boolean alpha) throws IOException {
        this.out = new DataOutputStream(out);
        this.width = width;
        this.channels = alpha ? 4 : 3;
        // The pixel left of the first is nothing, so that the filter needs no case of its own for it.
        this.above = new byte[(width + 1) * channels];
        this.row = new byte[(width + 1) * channels];
        this.filtered = new byte[1 + width * channels];
        this.filtered[0] = PAETH;
        this.out.writeLong(SIGNATURE);
        header(height, alpha);
    }

    private void header(int height, boolean alpha) throws IOException {
        byte[] fields = new byte[13];
        for (int i = 0; i < 4; i++) {
            fields[i] = (byte) (width >>> 24 - 8 * i);
            fields[4 + i] = (byte) (height >>> 24 - 8 * i);
        }
        fields[8] = BITS;
        fields[9] = (byte) (alpha ? RGBA : RGB);
        chunk("IHDR", fields, fields.length);
    }

    /** Writes one row of ARGB pixels that starts at an index. */
    void row(int[] argb, int from) throws IOException {
        for (int x = 0, at = channels; x < width; x++) {
            int pixel = argb[from + x];
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (channels == 4) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
        filter();
        judge();
        deflater.setInput(filtered);
        drain();
        byte[] used = above;
        above = row;
        row = used;
    }

    private void filter() {
        for (int i = channels; i < row.length; i++) {
            int left = row[i - channels] & 255;
            int up = above[i] & 255;
            int corner = above[i - channels] & 255;
            filtered[1 + i - channels] = (byte) (row[i] - paeth(left, up, corner));
        }
    }

    /** Chooses for the next rows by what the last were like. */
    private void judge() {
        for (int i = 1; i < filtered.length; i++) {
            if (filtered[i] == 0) {
                zeros++;
            }
        }
        rows++;
        if (rows % ROWS_TO_JUDGE == 0) {
            boolean repeats = zeros * 5 > 4L * ROWS_TO_JUDGE * filtered.length;
            deflater.setStrategy(repeats ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY);
            zeros = 0;
        }
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private void drain() throws IOException {
        int n;
        do {
            n = deflater.deflate(chunk, filled, CHUNK - filled);
            filled += n;
            if (filled == CHUNK) {
                flush();
            }
        } while (n > 0);
    }

    private void flush() throws IOException {
        chunk("IDAT", chunk, filled);
        filled = 0;
    }

    /** Ends the picture; the stream under it stays open. */
    void end() throws IOException {
        deflater.finish();
        drain();
        flush();
        chunk("IEND", chunk, 0);
        out.flush();
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data, 0, length);
        out.writeInt(length);
        out.write(name);
        out.write(data, 0, length);
        out.writeInt((int) check.getValue());
    }

    /** Lets go of the compressor; what was not ended stays without an end. */
    @Override
    public void close() {
        deflater.end();
    }
}
