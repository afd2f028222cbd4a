package org.image2ai.datasource;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;

/**
 * A data source that gives every JTA transaction one connection of a pool, enlisted as one local resource: all
 * persistence units share it, the commit has one phase, and a second resource is refused rather than half committed.
 * Outside a transaction it gives plain connections that commit each statement.
 */
final class JtaDataSource implements DataSource, AutoCloseable {
    /** Where users of a transaction want what its commit would wait for: they wait themselves, or not at all. */
    private static final String RELAXED = "image2ai.relaxed";

    private final HikariDataSource pool;
    private final Durability durability;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Map<Transaction, EnlistedConnection> enlisted = new ConcurrentHashMap<>();

    JtaDataSource(
            HikariDataSource pool,
            Durability durability,
            TransactionManager manager,
            TransactionSynchronizationRegistry registry) {
        this.pool = pool;
        this.durability = durability;
        this.manager = manager;
        this.registry = registry;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Transaction transaction = manager.getTransaction();
            if (transaction == null || !takesWork(transaction.getStatus())) {
                return pool.getConnection();
            }
            EnlistedConnection held = enlisted.get(transaction);
            return (held != null ? held : enlist(transaction)).handle();
        } catch (SystemException e) {
            throw new SQLException("The state of the transaction is not known.", e);
        }
    }

    private static boolean takesWork(int status) {
        return status == Status.STATUS_ACTIVE
                || status == Status.STATUS_PREPARING
                || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /** A transaction is one thread's, so nobody else enlists for it meanwhile. */
    private EnlistedConnection enlist(Transaction transaction) throws SQLException, SystemException {
        EnlistedConnection connection =
                new EnlistedConnection(pool.getConnection(), this::durability, ended -> released(transaction, ended));
        try {
            transaction.registerSynchronization(connection);
        } catch (RollbackException | IllegalStateException | SystemException e) {
            connection.release();
            throw new SQLException("The transaction takes no more work.", e);
        }
        enlisted.put(transaction, connection);
        try {
            if (!transaction.enlistResource(connection)) {
                throw new SQLTransientConnectionException("The transaction refused the connection.", "08003");
            }
        } catch (RollbackException | IllegalStateException e) {
            throw new SQLException("The transaction takes no more work.", e);
        }
        return connection;
    }

    /** The pool would give a broken connection to the next who asks: it knows few of the words that say so. */
    private void released(Transaction transaction, EnlistedConnection ended) {
        enlisted.remove(transaction);
        if (ended.broken()) {
            pool.evictConnection(ended.connection());
        }
    }

    /** What the commit of the current transaction waits for. */
    private Durability durability() {
        if (!(registry.getResource(RELAXED) instanceof AtomicReference<?> wanted)) {
            return durability;
        }
        leave(wanted);
        return Durability.AT_COMMIT;
    }

    @SuppressWarnings("unchecked")
    private void leave(AtomicReference<?> wanted) {
        ((AtomicReference<Callable<Void>>) wanted).set(() -> {
            durability.await();
            return null;
        });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Connections are of the configured user only.");
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This wraps no " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
