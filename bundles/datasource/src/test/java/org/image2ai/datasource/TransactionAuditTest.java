package org.image2ai.datasource;

import static org.junit.Assert.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class TransactionAuditTest {
    private static final int CALLERS = 64;
    private static final int CALLS = 25;

    private TransactionManagerImpl manager;
    private HikariDataSource pool;
    private JtaDataSource dataSource;

    @Before
    public void open() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:audit;LOCK_TIMEOUT=30000");
        HikariConfig config = new HikariConfig();
        config.setDataSource(h2);
        config.setMaximumPoolSize(10);
        pool = new HikariDataSource(config);
        manager = new TransactionManagerImpl();
        dataSource = new JtaDataSource(pool, Durability.AT_COMMIT, manager, manager);
        try (Connection c = pool.getConnection();
                Statement s = c.createStatement()) {
            s.execute("create table job (id varchar(64) primary key)");
            s.execute("create table hold (id varchar(64) primary key, account int, settled boolean)");
            s.execute("create table balance (account int primary key, credits int)");
            for (int i = 0; i < 8; i++) {
                s.execute("insert into balance values (" + i + ", 1000000)");
            }
        }
    }

    @After
    public void close() {
        pool.close();
    }

    @Test
    public void keepsEveryHoldWithItsJobAndEveryDebitWithItsHoldAt64CallersOverAPoolOf10() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                all.add(callers.submit(caller(i)));
            }
            int committed = 0;
            for (Future<Integer> one : all) {
                committed += one.get(2, TimeUnit.MINUTES);
            }
            assertEquals(committed, count("select count(*) from job"));
            assertEquals(committed, count("select count(*) from hold where settled"));
            assertEquals(
                    0, count("select count(*) from hold h where not exists (select 1 from job j where j.id=h.id)"));
            assertEquals(committed, 8 * 1000000 - count("select sum(credits) from balance"));
            assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
        } finally {
            callers.shutdownNow();
        }
    }

    /** Every third admission is rolled back after both statements; the others are settled in a second transaction. */
    private Callable<Integer> caller(int number) {
        return () -> {
            int committed = 0;
            for (int i = 0; i < CALLS; i++) {
                String id = number + "-" + i;
                int account = (number + i) % 8;
                manager.begin();
                update("insert into job values (?)", id);
                update("insert into hold values (?, " + account + ", false)", id);
                update("update balance set credits = credits - 1 where account = " + account);
                if (i % 3 == 0) {
                    manager.rollback();
                    continue;
                }
                manager.commit();
                manager.begin();
                update("update hold set settled = true where id = ?", id);
                manager.commit();
                committed++;
            }
            return committed;
        };
    }

    private void update(String sql, Object... args) throws SQLException {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                s.setObject(i + 1, args[i]);
            }
            assertEquals(1, s.executeUpdate());
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            r.next();
            return r.getInt(1);
        }
    }
}
