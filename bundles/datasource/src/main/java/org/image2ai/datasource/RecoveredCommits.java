package org.image2ai.datasource;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a kill caught in the middle of its commit: the log of its changes is marked as committed, but not all of them
 * are taken over yet.
 *
 * <p>H2 finds such a transaction when it opens the file and means to end it ({@code endLeftoverTransactions}). But H2 2.5
 * holds one in the state COMMITTED for one that is over ({@code Transaction.isActive}) and does nothing: its changes stay
 * unseen, and whoever wants to change one of its rows tries again for ever, on a processor of his own.
 */
final class RecoveredCommits {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveredCommits.class);

    private RecoveredCommits() {}

    /**
     * To be called before anybody else works with the database.
     *
     * @param connection a connection of H2's embedded engine
     * @return how many there were
     */
    static int end(Connection connection) throws SQLException {
        TransactionStore store = (TransactionStore)
                H2Internals.asked(connection, "getSession", "getDatabase", "getStore", "getTransactionStore");
        List<Transaction> caught = store.getOpenTransactions().stream()
                .filter(one -> one.getStatus() == Transaction.STATUS_COMMITTED)
                .toList();
        if (caught.isEmpty()) {
            return 0;
        }
        Method commit = H2Internals.method(store.getClass(), "commit", Transaction.class, boolean.class);
        Method end = H2Internals.method(store.getClass(), "endTransaction", Transaction.class, boolean.class);
        try {
            for (Transaction one : caught) {
                commit.invoke(store, one, true);
                end.invoke(store, one, true);
            }
        } catch (ReflectiveOperationException e) {
            throw H2Internals.unknown(e);
        }
        LOG.info("{} transactions that a kill caught in the middle of their commit were ended.", caught.size());
        return caught.size();
    }
}
