package org.image2ai.library.mark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.image2ai.api.library.Provenance;

/** A file as it is to be kept. */
public final class Marked {
    private final Path file;
    private final Splice splice;
    private final Provenance provenance;

    Marked(Path file, Splice splice, Provenance provenance) {
        this.file = file;
        this.splice = splice;
        this.provenance = provenance;
    }

    /** How the file says what it is. */
    public Provenance provenance() {
        return provenance;
    }

    /** The bytes of the marked file, read as they are needed. */
    public InputStream open() throws IOException {
        return splice.open(file);
    }
}
