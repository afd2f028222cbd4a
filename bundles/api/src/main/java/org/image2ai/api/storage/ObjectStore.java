package org.image2ai.api.storage;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place for objects: a folder, a bucket. Only the blob service calls it, on the thread of the request or job; every
 * method may block.
 *
 * <p>Implementations must:
 *
 * <ul>
 *   <li>stream: memory does not grow with the size of an object;
 *   <li>make {@link #put} atomic: a reader sees the old object, the new one, or none, never a part, also after the
 *       death of the process; after a failure nothing new is to be seen under the key;
 *   <li>be durable when {@code put} returns;
 *   <li>verify: compute the SHA-256 of what was written and return it;
 *   <li>refuse, with {@code invalid_key}, a key that is not of {@link ObjectKey}'s shape (the record does) and never
 *       touch anything outside their own root;
 *   <li>throw {@link org.image2ai.api.PlatformException}: NOT_FOUND ({@code object_not_found}), EXHAUSTED
 *       ({@code storage_full}), UPSTREAM ({@code storage_unavailable}).
 * </ul>
 */
@ConsumerType
public interface ObjectStore {
    /**
     * Stores an object, replacing what was there.
     *
     * @param key where
     * @param content read to its end, not closed
     * @param maxBytes when the content is longer, nothing is stored
     * @return what was stored
     * @throws org.image2ai.api.PlatformException INVALID {@code object_too_large} beyond {@code maxBytes}
     */
    StoredObject put(ObjectKey key, InputStream content, long maxBytes);

    /**
     * Opens an object or a range of it; the caller closes the stream.
     *
     * @param key which
     * @param offset first byte, from 0 to the object's length
     * @param length how many bytes at most; beyond the end the stream just ends
     */
    InputStream get(ObjectKey key, long offset, long length);

    /** Size and time of an object, if there is one. */
    Optional<StoredObject> stat(ObjectKey key);

    /** Removes an object. @return whether there was one */
    boolean delete(ObjectKey key);

    /** Objects whose key starts with a prefix, in ascending order of key. An empty prefix lists all. */
    Page<StoredObject> list(String prefix, PageRequest page);

    /**
     * A URL by which anyone can read the object until it expires; empty where the store has no such thing.
     *
     * @param key which
     * @param validity how long
     */
    default Optional<URI> presign(ObjectKey key, Duration validity) {
        return Optional.empty();
    }

    /** Bytes that can still be stored; {@link Long#MAX_VALUE} where the store does not know. */
    default long freeBytes() {
        return Long.MAX_VALUE;
    }
}
