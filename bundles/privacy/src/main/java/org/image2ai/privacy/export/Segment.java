package org.image2ai.privacy.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A run of whole ZIP entries, written one after another; runs that are joined make the beginning of a ZIP. */
final class Segment implements Closeable {
    /** For what is packed already. */
    static final int AS_IT_IS = Deflater.NO_COMPRESSION;

    /** For text. */
    static final int PACKED = Deflater.BEST_SPEED;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Instant at;
    private final Deflater deflater = new Deflater(AS_IT_IS, true);
    private final MessageDigest sha256;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    /** @param at time of all entries */
    Segment(OutputStream out, Instant at) {
        this.out = out;
        this.at = at;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What was written so far. */
    long bytes() {
        return bytes;
    }

    /** Begins an entry, which must be ended before the next. */
    EntryWriter begin(String name, int level) throws IOException {
        EntryWriter entry = new EntryWriter(name, bytes);
        deflater.reset();
        deflater.setLevel(level);
        sha256.reset();
        raw(ZipFormat.local(name, at));
        return entry;
    }

    /** Writes what is no entry. */
    void raw(byte[] record) throws IOException {
        raw(record, record.length);
    }

    /** Passes on what waits in a buffer below. */
    void flush() throws IOException {
        out.flush();
    }

    private void raw(byte[] from, int length) throws IOException {
        out.write(from, 0, length);
        bytes += length;
    }

    @Override
    public void close() {
        deflater.end();
    }

    /** One entry; closing it does nothing, so that writers over it can be closed. */
    final class EntryWriter extends OutputStream {
        private final String name;
        private final long offset;
        private final CRC32 crc = new CRC32();
        private long length;
        private long packed;

        private EntryWriter(String name, long offset) {
            this.name = name;
            this.offset = offset;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int count) throws IOException {
            crc.update(from, offset, count);
            sha256.update(from, offset, count);
            length += count;
            deflater.setInput(from, offset, count);
            while (!deflater.needsInput()) {
                drain();
            }
        }

        private void drain() throws IOException {
            int count = deflater.deflate(buffer);
            packed += count;
            raw(buffer, count);
        }

        /** Ends the entry. */
        Entry end() throws IOException {
            deflater.finish();
            while (!deflater.finished()) {
                drain();
            }
            raw(ZipFormat.descriptor(crc.getValue(), packed, length));
            return new Entry(
                    name, crc.getValue(), packed, length, offset, HexFormat.of().formatHex(sha256.digest()));
        }
    }
}
