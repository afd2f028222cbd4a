package org.image2ai.privacy.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;

/**
 * Takes one item from a participant. Once it is closed, a participant that answers late reaches nothing any more; and a
 * failure of ours is remembered, for participants catch what they take for their own.
 */
final class ItemSink implements ExportSink, Closeable {
    private static final int BUFFER = 1 << 16;
    private static final String UNREADABLE = "The file could not be read.";

    private final Part part;
    private final Step step;
    private final long number;
    private final Tears tears;
    private final String tearsPrefix;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<Map<String, Object>> files = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int begun;
    private boolean closed;
    private boolean inFile;
    private RuntimeException failure;

    /** @param copy identity of the copy */
    ItemSink(Part part, Step step, long number, Tears tears, String copy) {
        this.part = part;
        this.step = step;
        this.number = number;
        this.tears = tears;
        this.tearsPrefix = prefix(copy, step) + number + " ";
    }

    /** How the names of a holding's files begin among the tears. */
    static String prefix(String copy, Step step) {
        return copy + " " + step.bundle() + " " + step.holding() + " ";
    }

    @Override
    public synchronized void data(Map<String, Object> more) {
        requireOpen();
        data.putAll(more);
    }

    @Override
    public synchronized void gap(String name, String reason) {
        requireOpen();
        gaps.add(new Gap(step.bundle(), step.holding(), name, reason));
    }

    private void requireOpen() {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new IllegalStateException("nobody waits for this item any more");
        }
    }

    @Override
    public void file(String name, String mediaType, InputStream content) {
        byte[] buffer = new byte[BUFFER];
        int count;
        int file;
        synchronized (this) {
            requireOpen();
            file = ++begun;
        }
        if (tears.isHopeless(tearsPrefix + file)) {
            gap(name, UNREADABLE);
            return;
        }
        try {
            // A file that cannot be read at all mostly says so at once; then nothing of it was written.
            count = content.read(buffer);
        } catch (IOException | RuntimeException e) {
            gap(name, UNREADABLE);
            return;
        }
        String path = EntryNames.media(step, number, file, name);
        Segment.EntryWriter out = begin(path);
        while (count >= 0) {
            write(out, buffer, count);
            count = more(content, buffer);
        }
        end(out, name, mediaType);
    }

    private synchronized Segment.EntryWriter begin(String path) {
        requireOpen();
        try {
            Segment.EntryWriter out = part.begin(path, Segment.AS_IT_IS);
            inFile = true;
            return out;
        } catch (IOException | RuntimeException e) {
            throw ours(e);
        }
    }

    private synchronized void write(Segment.EntryWriter out, byte[] buffer, int count) {
        requireOpen();
        try {
            out.write(buffer, 0, count);
        } catch (IOException | RuntimeException e) {
            throw ours(e);
        }
    }

    private int more(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw torn(e);
        }
    }

    private synchronized void end(Segment.EntryWriter out, String name, String mediaType) {
        requireOpen();
        try {
            Entry entry = part.end(out);
            inFile = false;
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("name", name);
            file.put("path", entry.name());
            file.put("mediaType", mediaType);
            file.put("bytes", entry.bytes());
            file.put("sha256", entry.sha256());
            files.add(file);
        } catch (IOException | RuntimeException e) {
            throw ours(e);
        }
    }

    /** Who is interrupted on a participant's thread took too long, and that is not our failure. */
    private RuntimeException ours(Exception e) {
        if (e instanceof InterruptedIOException) {
            return torn(e);
        }
        failure = e instanceof RuntimeException known ? known : new UncheckedIOException((IOException) e);
        return failure;
    }

    private synchronized RuntimeException torn(Exception e) {
        if (failure == null && !closed) {
            tears.tore(tearsPrefix + begun);
            failure = new Tears.Torn(e);
        }
        return failure == null ? new IllegalStateException("nobody waits for this item any more", e) : failure;
    }

    /** Ends the item: from now on nothing more comes. What broke off in the middle of a file is torn. */
    @Override
    public synchronized void close() {
        if (!closed && inFile && failure == null) {
            torn(new IOException("it was given up in the middle of a file"));
        }
        closed = true;
    }

    /** @throws RuntimeException what failed on our side, or tore */
    synchronized void requireWhole() {
        if (failure != null) {
            throw failure;
        }
    }

    /** What becomes of a closed item in the copy. */
    synchronized void file(HeldItem item, List<Gap> more) throws IOException {
        gaps.addAll(more);
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("number", number);
        note.put("heldSince", item.created().toString());
        note.put("data", data);
        note.put("files", files);
        note.put(
                "gaps",
                gaps.stream()
                        .map(gap -> Map.of("name", gap.name(), "reason", gap.reason()))
                        .toList());
        part.item(note);
        for (Gap gap : gaps) {
            part.gap(gap);
        }
    }
}
