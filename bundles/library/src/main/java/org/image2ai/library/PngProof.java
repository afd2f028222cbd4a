package org.image2ai.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Proves the common PNG (eight bits of RGB or RGBA, not interlaced) at a third of what its decoding costs: its data must
 * inflate, whole and with its sum, to as many bytes as it says it has, and every row begin with a filter that exists. What
 * this cannot prove is for a decoder to judge.
 */
final class PngProof implements AutoCloseable {
    private static final int SIGNATURE = 8;
    private static final int IHDR = 13;
    private static final int RGB = 2;
    private static final int RGBA = 6;
    private static final int FILTERS = 5;

    /** Chunks that tell a decoder how to read the pixels. */
    private static final Set<String> DECODED = Set.of("PLTE", "tRNS");

    private final Inflater inflater = new Inflater();
    private final byte[] rows = new byte[1 << 15];
    private final long bytesOfRow;
    private final long expected;
    private long seen;
    private boolean sound = true;

    private PngProof(ByteBuffer header) {
        long width = header.getInt();
        long height = header.getInt();
        int channels = header.get() == 8 ? channels(header.get()) : 0;
        boolean plain = header.getShort() == 0 && header.get() == 0;
        bytesOfRow = 1 + width * channels;
        expected = plain ? bytesOfRow * height * Math.min(1, channels) : 0;
    }

    private static int channels(int colours) {
        return colours == RGB ? 3 : colours == RGBA ? 4 : 0;
    }

    /** Whether a file, whose chunks were found whole, is such a picture beyond doubt. */
    static boolean holds(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            FileBytes in = new FileBytes(stream);
            in.skip(SIGNATURE + 8);
            try (PngProof proof = new PngProof(ByteBuffer.wrap(in.bytes(IHDR)))) {
                in.skip(4);
                return proof.expected > 0 && proof.read(in);
            }
        } catch (EOFException e) {
            return false;
        }
    }

    private boolean read(FileBytes in) throws IOException {
        String name;
        do {
            long size = in.u32();
            name = in.text(4);
            if (DECODED.contains(name)) {
                return false;
            }
            if (name.equals("IDAT")) {
                in.pass(size, this::inflate);
            } else {
                in.skip(size);
            }
            in.skip(4);
        } while (sound && !name.equals("IEND"));
        return sound && inflater.finished() && seen == expected;
    }

    private void inflate(byte[] data, int from, int count) {
        inflater.setInput(data, from, count);
        try {
            for (int n = inflater.inflate(rows); n > 0 && sound; n = inflater.inflate(rows)) {
                look(n);
            }
            sound &= inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            sound = false;
        }
    }

    /** The first byte of each row names its filter. */
    private void look(int count) {
        long into = seen % bytesOfRow;
        for (long at = into == 0 ? 0 : bytesOfRow - into; at < count; at += bytesOfRow) {
            sound &= rows[(int) at] >= 0 && rows[(int) at] < FILTERS;
        }
        seen += count;
        sound &= seen <= expected;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
