package org.image2ai.library.mark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A file with some of its bytes left out and others put in. Of the file itself nothing is held. */
final class Splice {
    /** Bytes of the file, or bytes put in. */
    private record Part(long from, long to, byte[] inserted) {
        long length() {
            return to - from;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    Splice keep(long from, long to) {
        if (to > from) {
            parts.add(new Part(from, to, null));
        }
        return this;
    }

    Splice insert(byte[] bytes) {
        parts.add(new Part(0, bytes.length, bytes));
        return this;
    }

    InputStream open(Path file) throws IOException {
        return new Spliced(FileChannel.open(file), parts.iterator());
    }

    private static final class Spliced extends InputStream {
        private final FileChannel file;
        private final Iterator<Part> parts;
        private Part part = new Part(0, 0, null);
        private long done;

        Spliced(FileChannel file, Iterator<Part> parts) {
            this.file = file;
            this.parts = parts;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            while (done == part.length()) {
                if (!parts.hasNext()) {
                    return -1;
                }
                part = parts.next();
                done = 0;
            }
            int most = (int) Math.min(len, part.length() - done);
            if (part.inserted() != null) {
                System.arraycopy(part.inserted(), (int) done, b, off, most);
                done += most;
                return most;
            }
            int n = file.read(ByteBuffer.wrap(b, off, most), part.from() + done);
            if (n < 0) {
                throw new EOFException();
            }
            done += n;
            return n;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
