package org.image2ai.api.storage;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way to stored bytes; no concern sees a vendor. It is handed out per calling bundle, which owns everything
 * under its own first key segment and reaches nothing else: the {@code library} bundle's {@code uploads/x} lies under
 * {@code library/…}. Every blob belongs to a subject and lies encrypted under a key of that subject, the bundle and the
 * first segment of its key; when the key is destroyed, the blob is still listed, and can only be deleted.
 */
@ProviderType
public interface BlobService {
    /**
     * Opens the way to store a blob. Nothing is to be seen under the key before {@link BlobWriter#commit()}.
     *
     * @param subject whose it is
     * @param key where, below the calling bundle's own root; deterministic, so that a retry replaces
     * @param maxBytes beyond it writing fails with {@code blob_too_large}
     */
    BlobWriter write(AccountId subject, ObjectKey key, long maxBytes);

    /** Stores a whole stream, which is read to its end and not closed. */
    Blob put(AccountId subject, ObjectKey key, InputStream content, long maxBytes);

    /**
     * Opens a blob; the caller closes the stream. Bytes that were changed at rest are never given out: the stream ends
     * with {@code blob_unreadable}.
     *
     * @throws org.image2ai.api.PlatformException NOT_FOUND {@code blob_not_found}, or {@code blob_shredded} when its key
     *     was destroyed; INTERNAL {@code blob_unreadable} when it is none that this service wrote
     */
    InputStream read(AccountId subject, ObjectKey key);

    /** Opens {@code length} bytes of a blob from {@code offset} on; the caller closes the stream. */
    InputStream read(AccountId subject, ObjectKey key, long offset, long length);

    /** What is known of a blob, if there is one; its digest where the store keeps it. */
    Optional<Blob> stat(AccountId subject, ObjectKey key);

    /** Removes a blob. @return whether there was one */
    boolean delete(AccountId subject, ObjectKey key);

    /** The calling bundle's blobs in ascending order of subject and key; with a subject, only that one's. */
    Page<Blob> list(Optional<AccountId> subject, PageRequest page);

    /**
     * Asks whether there is room to write, so that new work can be refused before it costs anything.
     *
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code storage_full} when the store is nearly full; UPSTREAM
     *     {@code storage_unavailable} when it does not answer
     */
    void requireRoom();

    /** A blob being written; closing without a commit leaves nothing. */
    @ProviderType
    abstract class BlobWriter extends OutputStream {
        /** Ends the blob: durable and visible when this returns. */
        public abstract Blob commit();
    }
}
