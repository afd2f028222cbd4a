package org.image2ai.privacy.export;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** The ZIP of a copy: its parts, one after another. */
final class Archive {
    private final List<PartRow> parts;
    private final PartBlobs blobs;
    private final long bytes;

    Archive(List<PartRow> parts, PartBlobs blobs, long bytes) {
        this.parts = List.copyOf(parts);
        this.blobs = blobs;
        this.bytes = bytes;
    }

    long bytes() {
        return bytes;
    }

    /** So many bytes from one on; a part is opened when the one before is read. */
    InputStream open(long from, long length) {
        Iterator<PartRow> rest = parts.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            private long skip = from;
            private long left = Math.min(length, bytes - from);

            @Override
            public boolean hasMoreElements() {
                return left > 0 && rest.hasNext();
            }

            @Override
            public InputStream nextElement() {
                PartRow part = rest.next();
                long begin = Math.min(skip, part.bytes());
                long count = Math.min(left, part.bytes() - begin);
                skip -= begin;
                left -= count;
                return count == 0 ? new ByteArrayInputStream(new byte[0]) : blobs.open(part.number(), begin, count);
            }
        });
    }
}
