package org.image2ai.privacy.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what stands at the end of a copy: its data, the pages to read, the lists, and the directory of the ZIP. */
final class Closing implements ReadingPages.Files {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_GAP_NAMES = 100;

    private final Copy copy;
    private final Segment segment;
    private final List<Entry> written = new ArrayList<>();
    private final Schemas schemas = new Schemas();
    private Segment.EntryWriter entry;
    private OutputStream buffered;

    private Closing(Copy copy, Segment segment) {
        this.copy = copy;
        this.segment = segment;
    }

    /** Makes the last part of a copy. */
    static PartRow write(Copy copy) throws IOException {
        int number = copy.export().progress().parts();
        try (BlobPipe pipe = copy.blobs().pipe(number);
                Segment segment = new Segment(
                        new BufferedOutputStream(pipe, BUFFER), copy.blobs().at())) {
            new Closing(copy, segment).run();
            segment.flush();
            pipe.commit();
            return new PartRow(number, copy.export().plan().size(), segment.bytes(), 0, 0);
        }
    }

    private void run() throws IOException {
        for (int i = 0; i < copy.export().plan().size(); i++) {
            data(i);
            new ReadingPages(copy, i, this).write();
        }
        for (Map.Entry<String, Object> schema : schemas.all().entrySet()) {
            file(EntryNames.schema(schema.getKey()), out -> Notes.JSON.writeValue(out, schema.getValue()));
        }
        file("recipients.json", out -> Notes.JSON.writeValue(out, Recipients.of(copy)));
        file("index.html", out -> new IndexPage(copy).write(out));
        file(Manifest.NAME, out -> new Manifest(copy, List.copyOf(written)).write(out));
        directory();
    }

    /** Writes a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void file(String name, Content content) throws IOException {
        content.write(begin(name));
        end();
    }

    @Override
    public OutputStream begin(String name) throws IOException {
        entry = segment.begin(name, Segment.PACKED);
        buffered = new BufferedOutputStream(entry, BUFFER);
        return buffered;
    }

    @Override
    public void end() throws IOException {
        buffered.flush();
        written.add(entry.end());
    }

    private void data(int step) throws IOException {
        Step what = copy.export().plan().get(step);
        Schemas.Observed observed = schemas.of(copy, what);
        file(EntryNames.data(what), out -> {
            DataFile file = new DataFile(out);
            copy.items(step, item -> {
                observed.see(item);
                file.add(item);
            });
            file.end();
        });
    }

    private void directory() throws IOException {
        long base = copy.bytes();
        long begin = segment.bytes();
        long[] count = {0};
        copy.entries((entry, offset) -> {
            segment.raw(ZipFormat.central(entry, offset, copy.blobs().at()));
            count[0]++;
        });
        for (Entry entry : written) {
            segment.raw(
                    ZipFormat.central(entry, base + entry.offset(), copy.blobs().at()));
            count[0]++;
        }
        segment.raw(ZipFormat.end(count[0], segment.bytes() - begin, base + begin));
    }

    /** The first of what is missing, whole bundles before all. */
    static List<String> gapNames(Copy copy) throws IOException {
        List<String> names = new ArrayList<>(copy.export().progress().missing());
        copy.gaps(gap -> {
            if (names.size() < MOST_GAP_NAMES) {
                names.add(gap.toString());
            }
        });
        return names;
    }
}
