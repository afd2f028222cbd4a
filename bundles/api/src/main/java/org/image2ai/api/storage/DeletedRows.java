package org.image2ai.api.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What is deleted from a database is not yet gone from its files: it lies there until its space is used again. May be
 * called on any thread.
 */
@ProviderType
public interface DeletedRows {
    /**
     * Has all that was deleted until now leave the files. The built-in database does so when it is next closed, or opened
     * where it was killed before; one of the operator's own (PostgreSQL) by its own means ({@code VACUUM}).
     *
     * @throws org.image2ai.api.PlatformException INTERNAL {@code purge_not_noted} when the wish could not be written down
     */
    void purge();
}
