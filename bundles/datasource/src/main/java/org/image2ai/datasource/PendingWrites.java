package org.image2ai.datasource;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Writes what changed in H2's store, so that it is found again after a kill, whole.
 *
 * <p>What is to be written H2 takes map by map: rows, each index, and the log of what is not committed yet are maps of
 * their own. From a writing that begins in the middle of a change or a commit only a part of it comes back, and nothing
 * undoes the rest. So it begins while {@link WriteGate} keeps everybody else out; it goes on without that.
 *
 * <p>Now and then H2 writes by itself, on threads of its own; they are waited for too.
 *
 * <p>Its file has a header that names the last chunk, from which the next ones are followed. When a chunk does not lie
 * where it was foretold, H2 2.5 writes the header anew but names the chunk before (it calls {@code writeStoreHeader} in
 * {@code RandomAccessStore.writeChunk}, and sets {@code lastChunk} after that): up to twenty chunks from there on are not
 * found after a kill. So the header is written once more here, when nothing else is being written.
 */
final class PendingWrites {
    private final MVStore store;
    private final Method headerWriter;

    /** @param connection a connection of H2's embedded engine */
    PendingWrites(Connection connection) throws SQLException {
        store = (MVStore) H2Internals.asked(connection, "getSession", "getDatabase", "getStore", "getMvStore");
        headerWriter =
                store.isPersistent() ? H2Internals.method(store.getFileStore().getClass(), "writeStoreHeader") : null;
    }

    /** Whether there is something to be written. */
    boolean areThere() {
        return store.hasUnsavedChanges();
    }

    /** Returns when all of it is written. An operation on the file waits for what was begun before it. */
    void write(WriteGate gate) throws SQLException {
        try {
            gate.alone(store::commit);
            if (headerWriter != null) {
                store.executeFilestoreOperation(this::writeHeader);
            }
        } catch (MVStoreException | IllegalStateException e) {
            throw new SQLException("The database's file cannot be written.", e);
        }
    }

    private void writeHeader() {
        try {
            headerWriter.invoke(store.getFileStore());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
