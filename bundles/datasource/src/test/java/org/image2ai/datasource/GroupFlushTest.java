package org.image2ai.datasource;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GroupFlushTest {
    private static final int CALLERS = 16;
    private static final int CALLS = 20;
    private static final int CHURN = 400;
    private static final int LOOK = 4;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private JdbcDataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        // An hour between writings of its own: what is in the file is there for the flush.
        h2.setURL("jdbc:h2:file:" + folder.getRoot().toPath().resolve("db") + ";WRITE_DELAY=3600000;DB_CLOSE_DELAY=-1");
        return h2;
    }

    /** The file as a killed process would leave it, opened as another database. */
    private int rowsInACopy(int number) throws Exception {
        Path copy = folder.getRoot().toPath().resolve("copy" + number);
        Files.copy(folder.getRoot().toPath().resolve("db.mv.db"), Path.of(copy + ".mv.db"));
        try (Connection c = DriverManager.getConnection("jdbc:h2:file:" + copy);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from t")) {
            r.next();
            return r.getInt(1);
        }
    }

    @Test
    public void whatWasWaitedForIsInTheFile() throws Exception {
        JdbcDataSource database = database();
        try (Connection keeper = database.getConnection();
                GroupFlush flush = new GroupFlush(database::getConnection, new WriteGate())) {
            keeper.createStatement().execute("create table t (id int primary key)");
            flush.await();
            for (int i = 0; i < 5; i++) {
                keeper.createStatement().execute("insert into t values (" + i + ")");
                flush.await();
                assertEquals(i + 1, rowsInACopy(i));
            }
            keeper.createStatement().execute("shutdown immediately");
        } catch (SQLException e) {
            assertTrue(e.getMessage(), e.getMessage().contains("closed"));
        }
    }

    /** Space in the middle of the file is used again, so that chunks do not lie where they were foretold. */
    @Test
    public void whatWasWaitedForIsFoundWhereverItLies() throws Exception {
        JdbcDataSource database = database();
        database.setURL(database.getURL() + ";RETENTION_TIME=0");
        Random random = new Random(7);
        try (Connection keeper = database.getConnection();
                GroupFlush flush = new GroupFlush(database::getConnection, new WriteGate())) {
            Statement statement = keeper.createStatement();
            statement.execute("create table t (id int primary key)");
            statement.execute("create table g (id int primary key, txt varchar)");
            for (int i = 0; i < CHURN; i++) {
                keeper.setAutoCommit(false);
                statement.execute("insert into t values (" + i + ")");
                statement.execute("insert into g values (" + i + ", repeat('x', " + random.nextInt(60_000) + "))");
                statement.execute("delete from g where id < " + (i - random.nextInt(20)));
                keeper.commit();
                flush.await();
                if (i % LOOK == 0) {
                    assertEquals(i + 1, rowsInACopy(i));
                }
            }
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            assertTrue(e.getMessage(), e.getMessage().contains("closed"));
        }
    }

    @Test
    public void servesManyAtOnce() throws Exception {
        JdbcDataSource database = database();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Connection keeper = database.getConnection();
                GroupFlush flush = new GroupFlush(database::getConnection, new WriteGate())) {
            keeper.createStatement().execute("create table t (id int primary key)");
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller * CALLS;
                all.add(callers.submit(() -> {
                    try (Connection c = database.getConnection()) {
                        for (int i = first; i < first + CALLS; i++) {
                            c.createStatement().execute("insert into t values (" + i + ")");
                            flush.await();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
            assertEquals(CALLERS * CALLS, rowsInACopy(0));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    public void saysSoWhenNothingCouldBeWrittenAndGoesOnWhenItCan() throws Exception {
        JdbcDataSource database = database();
        boolean[] down = {true};
        GroupFlush.Database shaky = () -> {
            if (down[0]) {
                throw new SQLException("down");
            }
            return database.getConnection();
        };
        try (GroupFlush flush = new GroupFlush(shaky, new WriteGate())) {
            assertThrows(SQLException.class, flush::await);
            down[0] = false;
            flush.await();
        }
    }

    @Test
    public void letsNobodyWaitForEverWhenItCloses() throws Exception {
        GroupFlush flush = new GroupFlush(database()::getConnection, new WriteGate());
        flush.close();
        assertThrows(SQLException.class, flush::await);
    }
}
