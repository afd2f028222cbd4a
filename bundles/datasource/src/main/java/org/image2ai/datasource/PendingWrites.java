package org.image2ai.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What H2 has taken to be written and has not written yet. Now and then it writes by itself, on threads of its own; a
 * {@code CHECKPOINT} that comes meanwhile finds nothing changed and returns before those have ended.
 */
final class PendingWrites {
    private final MVStore store;

    /** @param connection a connection of H2's embedded engine */
    PendingWrites(Connection connection) throws SQLException {
        store = (MVStore) asked(connection, "getSession", "getDatabase", "getStore", "getMvStore");
    }

    /** H2 exports its store, and none of the classes on the way to it. */
    private static Object asked(Object first, String... questions) throws SQLException {
        Object answer = first;
        try {
            for (String question : questions) {
                answer = answer.getClass().getMethod(question).invoke(answer);
            }
            return answer;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("This is not the H2 that we know.", e);
        }
    }

    /** Returns when all of it is written. An operation on the file waits for what was begun before it. */
    void await() throws SQLException {
        if (store.isPersistent()) {
            try {
                store.executeFilestoreOperation(() -> {});
            } catch (MVStoreException e) {
                throw new SQLException("The database's file cannot be written.", e);
            }
        }
    }
}
