package org.image2ai.library.mark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;

/**
 * Marks pictures as what they are. Nothing is decoded and nothing written here: what comes out is a way to read the file
 * with its mark in it.
 */
public final class Marker {
    private static final String LOST = "The vendor's C2PA manifest was lost, because another format was asked for.";
    private static final String COMPLETED = "The vendor's XMP was kept and completed.";
    private static final String REPLACED = "The vendor's XMP could not be kept and was replaced.";

    private Marker() {}

    /** What a file says of its origin. @throws IOException when it is no whole file of its type */
    public static Marks find(Path file, String mediaType) throws IOException {
        try (Window in = new Window(file)) {
            return Container.read(mediaType, in).marks();
        }
    }

    /**
     * Marks a file, or leaves it as it is where a vendor has sealed it.
     *
     * @param before what the file said before it was put into another format; {@link Marks#NONE} when it was not
     * @throws IOException when it is no whole file of its type
     */
    public static Marked mark(Path file, String mediaType, Label label, Marks before) throws IOException {
        try (Window in = new Window(file)) {
            Container container = Container.read(mediaType, in);
            Marks marks = container.marks();
            if (marks.manifest()) {
                Provenance sealed = new Provenance(Provenance.Mark.C2PA, label.source(), "");
                return new Marked(file, new Splice().keep(0, in.length()), sealed);
            }
            Marks theirs = before == Marks.NONE ? marks : before;
            Optional<Merge.Merged> merged = theirs.xmp()
                    .flatMap(xmp -> Merge.of(xmp, label))
                    .filter(m -> m.packet().length <= container.capacity());
            byte[] packet = merged.map(Merge.Merged::packet).orElseGet(() -> Xmp.packet(label));
            DigitalSourceType source = merged.map(Merge.Merged::source).orElse(label.source());
            String note = note(theirs, merged.isPresent());
            return new Marked(file, container.with(packet), new Provenance(Provenance.Mark.XMP, source, note));
        }
    }

    private static String note(Marks theirs, boolean merged) {
        List<String> notes = new ArrayList<>();
        if (theirs.manifest()) {
            notes.add(LOST);
        }
        if (theirs.packets() > 0) {
            notes.add(merged ? COMPLETED : REPLACED);
        }
        return String.join(" ", notes);
    }
}
