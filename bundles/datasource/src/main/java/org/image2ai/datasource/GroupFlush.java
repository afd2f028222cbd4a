package org.image2ai.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the commits of H2 outlive the process, many at once: who commits while the file is being written shares the next
 * writing with all others. H2 by itself does so for each commit alone ({@code WRITE_DELAY=0}) and writes the same pages
 * over and over.
 */
final class GroupFlush implements Durability, AutoCloseable {
    private static final long GATHER_NANOS = 4_000_000;

    /** Well below H2's {@code WRITE_DELAY}. */
    private static final long UNASKED_MILLIS = 200;

    private final Database database;
    private final WriteGate gate;
    // A thread of our own, for an interrupt while the file is written would close the file under the whole database.
    private final Thread writer = new Thread(this::write, "datasource-flush");
    private Connection connection;
    private PendingWrites pending;
    private long began = System.nanoTime() - GATHER_NANOS;
    private long wanted;
    private long done;
    private long failed;
    private SQLException failure;
    private boolean closed;

    /** Where to flush. */
    @FunctionalInterface
    interface Database {
        Connection connect() throws SQLException;
    }

    /**
     * @param database gives connections of a user with all rights; one is kept, beside any pool
     * @param gate what everybody else's changes go through
     */
    GroupFlush(Database database, WriteGate gate) {
        this.database = database;
        this.gate = gate;
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void await() throws SQLException {
        boolean interrupted = false;
        synchronized (this) {
            long mine = ++wanted;
            notifyAll();
            while (done < mine && !closed) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    // It must not take away the knowledge whether the commit is durable.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (done < mine || mine <= failed) {
                throw new SQLException("It is not known whether the commit was written.", failure);
            }
        }
    }

    private void write() {
        while (isWanted()) {
            gather();
            long upTo = wanted();
            SQLException wrong = flush();
            synchronized (this) {
                done = upTo;
                if (wrong != null) {
                    failed = upTo;
                    failure = wrong;
                }
                notifyAll();
            }
        }
    }

    /** Under load waits a little for others, so that a writing serves more of them. */
    private void gather() {
        long early = began + GATHER_NANOS - System.nanoTime();
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
        began = System.nanoTime();
    }

    private synchronized long wanted() {
        return wanted;
    }

    /**
     * Waits for somebody who wants a flush. What nobody waits for is written now and then too: else H2 would do that by
     * itself, which does not wait at the gate.
     *
     * @return whether there is something to write, and not the end
     */
    private synchronized boolean isWanted() {
        while (wanted == done && !closed) {
            try {
                wait(UNASKED_MILLIS);
            } catch (InterruptedException e) {
                closed = true;
            }
            if (wanted == done && pending != null && pending.areThere()) {
                return !closed;
            }
        }
        return wanted > done;
    }

    private SQLException flush() {
        try {
            if (connection == null) {
                connection = database.connect();
                pending = new PendingWrites(connection);
            }
            pending.write(gate);
            return null;
        } catch (SQLException e) {
            connection = null;
            return e;
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (connection != null) {
            connection.close();
        }
    }
}
