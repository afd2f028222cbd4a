package org.image2ai.api.storage;

import java.time.Instant;
import java.util.Objects;
import org.image2ai.api.AccountId;

/**
 * A stored blob.
 *
 * @param subject whose it is
 * @param key where, below the owning bundle's root
 * @param bytes length of the content
 * @param sha256 of the content, lower-case hexadecimal; empty in lists
 * @param modified when it was stored
 */
public record Blob(AccountId subject, ObjectKey key, long bytes, String sha256, Instant modified) {
    public Blob {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(modified, "modified");
    }
}
