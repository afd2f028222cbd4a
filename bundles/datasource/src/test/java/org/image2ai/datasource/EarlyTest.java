package org.image2ai.datasource;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;
import org.h2.jdbcx.JdbcDataSource;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.jpa.JtaTransactions;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Work that begins while its commit is still being written. */
public class EarlyTest {
    private final ExecutorService caller = Executors.newSingleThreadExecutor();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch written = new CountDownLatch(1);
    private HikariDataSource pool;
    private JtaTransactions transactions;
    private JtaDataSource dataSource;
    private boolean fails;

    @Before
    public void open() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:early");
        HikariConfig config = new HikariConfig();
        config.setDataSource(h2);
        pool = new HikariDataSource(config);
        TransactionManagerImpl manager = new TransactionManagerImpl();
        dataSource = new JtaDataSource(pool, this::write, manager, manager);
        transactions = new JtaTransactions(manager, manager);
        execute("create table t (id int primary key)");
    }

    @After
    public void close() {
        caller.shutdownNow();
        pool.close();
    }

    private void write() throws SQLException {
        asked.countDown();
        try {
            written.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        if (fails) {
            throw new SQLException("the disk is full");
        }
    }

    private boolean execute(String sql) {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            return s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int rows() throws SQLException {
        try (Connection c = pool.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from t")) {
            r.next();
            return r.getInt(1);
        }
    }

    private boolean insert(CountDownLatch followed) {
        return transactions.early(() -> {
            transactions.afterCommit(followed::countDown);
            return execute("insert into t values (1)");
        });
    }

    @Test
    public void whatFollowsBeginsBeforeTheCommitIsWrittenAndTheCallerWaitsForIt() throws Exception {
        CountDownLatch followed = new CountDownLatch(1);
        Future<Boolean> call = caller.submit(() -> insert(followed));
        assertTrue(followed.await(10, TimeUnit.SECONDS));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        assertEquals("the commit is seen by all", 1, rows());
        assertFalse(call.isDone());
        written.countDown();
        call.get(10, TimeUnit.SECONDS);
    }

    @Test
    public void itsCallerHearsWhenItIsNotKnownWhetherTheCommitWasWritten() {
        fails = true;
        written.countDown();
        PlatformException told = assertThrows(PlatformException.class, () -> insert(new CountDownLatch(1)));
        assertEquals("transaction_failed", told.code());
    }

    @Test
    public void whatIsRelaxedWaitsForNothing() throws Exception {
        transactions.relaxed(() -> execute("insert into t values (1)"));
        assertEquals(1, rows());
        assertEquals("nobody asked for a writing", 1, asked.getCount());
    }

    @Test
    public void insideAnotherTransactionItIsAPartOfThat() throws Exception {
        CountDownLatch followed = new CountDownLatch(1);
        assertThrows(
                IllegalStateException.class,
                () -> transactions.required(() -> {
                    insert(followed);
                    throw new IllegalStateException("rolled back");
                }));
        assertEquals(0, rows());
        assertEquals(1, followed.getCount());
    }
}
