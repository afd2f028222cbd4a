package org.image2ai.datasource;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WriteGateTest {
    private static final int WRITERS = 8;
    private static final int ACCOUNTS = 3;
    private static final int SNAPSHOTS = 60;

    /** So that the tables stay small, however fast the machine. */
    private static final long PAUSE_NANOS = 2_000_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private JdbcDataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        // An hour between writings of its own: the file changes while the test writes it, and at no other time.
        h2.setURL("jdbc:h2:file:" + folder.getRoot().toPath().resolve("db") + ";WRITE_DELAY=3600000;DB_CLOSE_DELAY=-1");
        return h2;
    }

    /** Every transaction adds a row here, a row there and one to a counter, which many want at once. */
    @Test
    public void whatAKillLeavesIsWholeTransactions() throws Exception {
        JdbcDataSource database = database();
        WriteGate gate = new WriteGate();
        DataSource gated = new GatedDatabase(gate).of(database);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (Connection keeper = database.getConnection();
                Statement statement = keeper.createStatement()) {
            statement.execute("create table a (id int primary key, name varchar unique)");
            statement.execute("create table b (id int primary key, other int)");
            statement.execute("create index b_other on b (other)");
            statement.execute("create table c (id int primary key, n int)");
            statement.execute("insert into c select x, 0 from system_range(0, " + (ACCOUNTS - 1) + ")");
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                running.add(writers.submit(() -> write(gated, number, over)));
            }
            PendingWrites pending = new PendingWrites(keeper);
            for (int i = 0; i < SNAPSHOTS; i++) {
                pending.write(gate);
                int number = i;
                assertEquals(0, gate.alone(() -> copy(number)));
                assertWhole(number);
            }
            over.set(true);
            for (Future<?> one : running) {
                one.get(1, TimeUnit.MINUTES);
            }
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            assertEquals(e.getMessage(), 90098, e.getErrorCode());
        } finally {
            over.set(true);
            writers.shutdownNow();
        }
    }

    private static Object write(DataSource database, int writer, AtomicBoolean over) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement a = c.prepareStatement("insert into a values (?, ?)");
                PreparedStatement b = c.prepareStatement("insert into b values (?, ?)");
                PreparedStatement n = c.prepareStatement("update c set n = n + 1 where id = ?")) {
            c.setAutoCommit(false);
            for (int i = writer; !over.get(); i += WRITERS) {
                LockSupport.parkNanos(PAUSE_NANOS);
                n.setInt(1, i % ACCOUNTS);
                n.executeUpdate();
                a.setInt(1, i);
                a.setString(2, "name " + i);
                a.executeUpdate();
                b.setInt(1, i);
                b.setInt(2, i % 10);
                b.executeUpdate();
                if (i % 5 == 0) {
                    c.rollback();
                } else {
                    c.commit();
                }
            }
        }
        return null;
    }

    /** The file as a process would leave it that is killed now. */
    private long copy(int number) {
        try {
            Files.copy(folder.getRoot().toPath().resolve("db.mv.db"), copyOf(number));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copyOf(int number) {
        return folder.getRoot().toPath().resolve("copy" + number + ".mv.db");
    }

    private void assertWhole(int number) throws SQLException {
        String copy = copyOf(number).toString().replace(".mv.db", "");
        try (Connection c = DriverManager.getConnection("jdbc:h2:file:" + copy);
                Statement s = c.createStatement()) {
            int counted = one(s, "select sum(n) from c");
            assertEquals(counted, one(s, "select count(*) from a where id >= 0"));
            assertEquals(counted, one(s, "select count(*) from b where id >= 0"));
            assertEquals(counted, one(s, "select count(id) from a where name >= ''"));
            assertEquals(counted, one(s, "select count(id) from b where other >= 0"));
        }
    }

    private static int one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    public void whoWaitsForARowDoesNotKeepTheGateOpen() throws Exception {
        JdbcDataSource database = database();
        WriteGate gate = new WriteGate();
        DataSource gated = new GatedDatabase(gate).of(database);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection first = gated.getConnection();
                Connection second = gated.getConnection()) {
            second.setAutoCommit(false);
            first.createStatement().execute("create table t (id int primary key, n int)");
            first.createStatement().execute("insert into t values (1, 0)");
            first.setAutoCommit(false);
            first.createStatement().executeUpdate("update t set n = 1");
            CountDownLatch begun = new CountDownLatch(1);
            Future<Integer> waiting = other.submit(() -> {
                begun.countDown();
                return second.createStatement().executeUpdate("update t set n = 2");
            });
            begun.await();
            assertEquals(7, gate.alone(() -> 7));
            first.commit();
            assertEquals(1, (int) waiting.get(10, TimeUnit.SECONDS));
        } finally {
            other.shutdownNow();
        }
    }
}
