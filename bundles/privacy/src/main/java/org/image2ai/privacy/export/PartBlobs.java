package org.image2ai.privacy.export;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;

/** Where the parts of one copy lie: blobs of the person, under {@code exports/} and the copy's identity. */
final class PartBlobs {
    private static final String FOLDER = "exports";

    private final BlobService blobs;
    private final ExecutorService threads;
    private final AccountId subject;
    private final String id;
    private final Instant at;

    /** What is in a blob. */
    enum Kind {
        /** A run of ZIP entries. */
        ZIP,
        /** What the items hold. */
        ITEMS,
        /** What files there are. */
        ENTRIES,
        /** What is missing. */
        GAPS
    }

    PartBlobs(BlobService blobs, ExecutorService threads, Export export) {
        this.blobs = blobs;
        this.threads = threads;
        this.subject = export.subject();
        this.id = export.id();
        this.at = export.created();
    }

    /** The time of all files in the ZIP. */
    Instant at() {
        return at;
    }

    private ObjectKey key(Kind kind, int number) {
        return ObjectKey.of(
                FOLDER, id, String.format(Locale.ROOT, "%06d.%s", number, kind).toLowerCase(Locale.ROOT));
    }

    BlobPipe pipe(int number) {
        return new BlobPipe(threads, content -> put(Kind.ZIP, number, content));
    }

    void put(Kind kind, int number, InputStream content) {
        blobs.put(subject, key(kind, number), content, Long.MAX_VALUE);
    }

    InputStream open(Kind kind, int number) {
        return blobs.read(subject, key(kind, number));
    }

    InputStream open(int number, long from, long length) {
        return blobs.read(subject, key(Kind.ZIP, number), from, length);
    }

    <T> void read(Kind kind, int number, Class<T> type, Notes.Reader<T> reader) throws IOException {
        try (InputStream notes = open(kind, number)) {
            Notes.read(notes, type, reader);
        }
    }

    /** Removes all of it. */
    void remove() {
        String mine = FOLDER + "/" + id + "/";
        Optional<String> cursor = Optional.empty();
        do {
            Page<Blob> page = blobs.list(Optional.of(subject), new PageRequest(cursor, PageRequest.MAX_LIMIT));
            page.items().stream()
                    .map(Blob::key)
                    .filter(key -> key.value().startsWith(mine))
                    .forEach(key -> blobs.delete(subject, key));
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /** The identity of the copy that a blob of this bundle belongs to; empty for a blob that is none's. */
    static Optional<String> owner(Blob blob) {
        String[] segments = blob.key().value().split("/");
        return segments.length == 3 && segments[0].equals(FOLDER) ? Optional.of(segments[1]) : Optional.empty();
    }
}
