package org.image2ai.datasource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.transaction.Synchronization;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * The one connection of a transaction, as its only resource. It goes back to the pool exactly once, after the
 * transaction ended; the handles given out meanwhile can neither commit nor close it.
 */
final class EnlistedConnection implements XAResource, Synchronization {
    private final Connection connection;
    private final Supplier<Durability> wanted;
    private final Consumer<EnlistedConnection> onRelease;
    private boolean broken;
    private boolean written;
    private Durability durability = Durability.AT_COMMIT;

    EnlistedConnection(Connection connection, Supplier<Durability> wanted, Consumer<EnlistedConnection> onRelease) {
        this.connection = connection;
        this.wanted = wanted;
        this.onRelease = onRelease;
    }

    /** A handle for one user of the connection: closing it ends the handle, not the connection. */
    Connection handle() {
        return (Connection) Proxy.newProxyInstance(
                EnlistedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Handle()::invoke);
    }

    private final class Handle {
        private boolean closed;

        Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
            switch (method.getName()) {
                case "close":
                    closed = true;
                    return null;
                case "isClosed":
                    return closed || connection.isClosed();
                case "equals":
                    return proxy == args[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "setAutoCommit":
                    return null;
                case "isReadOnly":
                    // OpenJPA asks before each flush, and H2 answers with a statement.
                    return false;
                case "commit", "rollback":
                    if (args == null) {
                        throw new SQLException(
                                "The transaction manager ends this transaction, not " + method.getName());
                    }
                    break;
                case "prepareStatement":
                    written |= !isQuery((String) args[0]);
                    break;
                case "createStatement", "prepareCall":
                    written = true;
                    break;
                default:
            }
            if (closed) {
                throw new SQLException("This connection was closed.");
            }
            try {
                return method.invoke(connection, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static boolean isQuery(String sql) {
        return sql.regionMatches(true, 0, "SELECT ", 0, "SELECT ".length());
    }

    /** Whether it failed to begin or end a transaction, as it does when the database is gone. */
    boolean broken() {
        return broken;
    }

    /** Whose handles these are. */
    Connection connection() {
        return connection;
    }

    /** Gives the connection back to the pool, which rolls back what was not committed. */
    void release() {
        onRelease.accept(this);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A connection could not go back to its pool.", e);
        }
    }

    @Override
    public void beforeCompletion() {
        // Asked for now, since a transaction that is being committed no longer tells.
        durability = wanted.get();
    }

    @Override
    public void afterCompletion(int status) {
        release();
    }

    @Override
    public void start(Xid xid, int flags) throws XAException {
        if (flags == TMNOFLAGS) {
            attempt(() -> connection.setAutoCommit(false), XAException.XAER_RMERR);
        }
    }

    @Override
    public void end(Xid xid, int flags) {
        // The connection stays with the transaction until it ends.
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        throw failure(
                XAException.XA_RBPROTO,
                new SQLException("A second resource joined the transaction; two phases are not supported."));
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        attempt(connection::commit, XAException.XA_RBROLLBACK);
        if (written) {
            attempt(durability::await, XAException.XA_HEURHAZ);
        }
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        attempt(connection::rollback, XAException.XAER_RMERR);
    }

    @Override
    public void forget(Xid xid) {
        // Nothing is remembered: there is no second phase.
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }

    private interface Act {
        void run() throws SQLException;
    }

    private void attempt(Act act, int code) throws XAException {
        try {
            act.run();
        } catch (SQLException e) {
            broken = true;
            throw failure(code, e);
        }
    }

    private static XAException failure(int code, SQLException cause) {
        XAException failure = new XAException(code);
        failure.initCause(cause);
        return failure;
    }
}
