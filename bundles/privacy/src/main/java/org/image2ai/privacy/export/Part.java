package org.image2ai.privacy.export;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a copy while it is made: files go straight into a blob, what is said of them waits in memory for the end.
 * Closing one that was not committed leaves nothing, and one that is made again replaces what was there.
 */
final class Part implements Closeable {
    private static final int MOST_NOTES = 4 << 20;

    private final PartBlobs blobs;
    private final int number;
    private final Notes items = new Notes();
    private final Notes entries = new Notes();
    private final Notes gaps = new Notes();
    private BlobPipe pipe;
    private Segment segment;

    Part(PartBlobs blobs, int number) {
        this.blobs = blobs;
        this.number = number;
    }

    /** Begins a file. */
    synchronized Segment.EntryWriter begin(String name, int level) throws IOException {
        if (segment == null) {
            pipe = blobs.pipe(number);
            segment = new Segment(pipe, blobs.at());
        }
        return segment.begin(name, level);
    }

    /** Ends a file, which then is in the copy. */
    synchronized Entry end(Segment.EntryWriter file) throws IOException {
        Entry entry = file.end();
        entries.add(entry);
        return entry;
    }

    /** Says what an item holds. @throws IOException when that is no JSON */
    void item(Map<String, Object> item) throws IOException {
        items.add(item);
    }

    /** Says that something is missing. */
    void gap(Gap gap) throws IOException {
        gaps.add(gap);
    }

    long items() {
        return items.count();
    }

    long gaps() {
        return gaps.count();
    }

    /** What the files take so far. */
    synchronized long bytes() {
        return segment == null ? 0 : segment.bytes();
    }

    /** Whether the next page of items belongs to the next part. */
    boolean isFull(long mostBytes) {
        return bytes() >= mostBytes || items.bytes() + entries.bytes() + gaps.bytes() >= MOST_NOTES;
    }

    /** Stores all of it. */
    synchronized void commit() throws IOException {
        if (pipe != null) {
            pipe.commit();
        }
        for (Map.Entry<PartBlobs.Kind, Notes> notes : Map.of(
                        PartBlobs.Kind.ITEMS, items, PartBlobs.Kind.ENTRIES, entries, PartBlobs.Kind.GAPS, gaps)
                .entrySet()) {
            if (notes.getValue().count() > 0) {
                blobs.put(
                        notes.getKey(),
                        number,
                        new ByteArrayInputStream(notes.getValue().toBytes()));
            }
        }
    }

    @Override
    public void close() {
        Optional.ofNullable(pipe).ifPresent(BlobPipe::close);
        Optional.ofNullable(segment).ifPresent(Segment::close);
    }
}
