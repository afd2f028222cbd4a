package org.image2ai.api.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known of a stored object.
 *
 * @param key where it lies
 * @param bytes its length
 * @param sha256 lower-case hexadecimal; empty where the store would have to read the object to know
 * @param modified when it was stored
 */
public record StoredObject(ObjectKey key, long bytes, String sha256, Instant modified) {
    public StoredObject {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(modified, "modified");
    }
}
