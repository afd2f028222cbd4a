package org.image2ai.api.library;

import java.util.Objects;
import org.image2ai.api.model.DigitalSourceType;

/**
 * How a result's file says what it is.
 *
 * @param mark what in the file says it
 * @param source what it is; beside a vendor's manifest, what its model says of itself
 * @param note what became of marks that the vendor's file had; empty where nothing did
 */
public record Provenance(Mark mark, DigitalSourceType source, String note) {
    /** What in a file says it. */
    public enum Mark {
        /** Properties in XMP, written by the platform. */
        XMP,
        /** The vendor's own C2PA manifest, in a file of which no byte was changed. */
        C2PA
    }

    public Provenance {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(note, "note");
    }
}
