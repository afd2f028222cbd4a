package org.image2ai.kit.vendor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.image2ai.api.egress.EgressRequest;

/** A body of pieces, each opened when it is its turn; it may be opened once per try. */
final class Segments {
    private final List<Segment> all = new ArrayList<>();

    private record Segment(long bytes, Supplier<InputStream> content) {}

    Segments add(byte[] bytes) {
        return add(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    Segments add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param bytes -1 when it is not known */
    Segments add(long bytes, Supplier<InputStream> content) {
        all.add(new Segment(bytes, content));
        return this;
    }

    /** The same pieces, to be gone on with. */
    Segments copy() {
        Segments copy = new Segments();
        copy.all.addAll(all);
        return copy;
    }

    EgressRequest.Body body(String mediaType) {
        List<Segment> fixed = List.copyOf(all);
        boolean known = fixed.stream().allMatch(segment -> segment.bytes() >= 0);
        long bytes = known ? fixed.stream().mapToLong(Segment::bytes).sum() : -1;
        return new EgressRequest.Body(mediaType, bytes, () -> new Sequence(fixed.iterator()));
    }

    private static final class Sequence extends InputStream {
        private final Iterator<Segment> rest;
        private InputStream current = InputStream.nullInputStream();

        Sequence(Iterator<Segment> rest) {
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (true) {
                int got = current.read(buffer, offset, length);
                if (got >= 0) {
                    return got;
                }
                current.close();
                if (!rest.hasNext()) {
                    current = InputStream.nullInputStream();
                    return -1;
                }
                current = rest.next().content().get();
            }
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
