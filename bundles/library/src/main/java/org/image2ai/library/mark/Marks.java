package org.image2ai.library.mark;

import java.util.Optional;

/**
 * What a file says of its origin when it comes.
 *
 * @param manifest whether it has a C2PA manifest, or names one that lies elsewhere
 * @param packets how many XMP packets it has
 * @param xmp the first of them, where it is of a size to be read
 */
public record Marks(boolean manifest, int packets, Optional<byte[]> xmp) {
    /** Nothing. */
    public static final Marks NONE = new Marks(false, 0, Optional.empty());
}
