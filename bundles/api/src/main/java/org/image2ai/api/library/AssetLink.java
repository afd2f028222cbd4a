package org.image2ai.api.library;

import java.time.Instant;
import java.util.Objects;

/**
 * A way to a picture's file for whoever has it, for a while.
 *
 * @param path from the root of the server, with its signature; contains no personal data
 * @param expires when it ends
 */
public record AssetLink(String path, Instant expires) {
    public AssetLink {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(expires, "expires");
    }

    @Override
    public String toString() {
        return "AssetLink[" + expires + "]";
    }
}
