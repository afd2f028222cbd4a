package org.image2ai.datasource;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RecoveredCommitsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path copy;

    private String url(String name) {
        return "jdbc:h2:file:" + folder.getRoot().toPath().resolve(name) + ";WRITE_DELAY=3600000";
    }

    /** The file as a kill leaves it after a commit was marked and before its changes were taken over. */
    @Before
    public void catchACommit() throws Exception {
        copy = folder.getRoot().toPath().resolve("copy.mv.db");
        try (Connection c = DriverManager.getConnection(url("db"));
                Statement s = c.createStatement()) {
            s.execute("create table t (id int primary key, word varchar, other int)");
            s.execute("create index t_word on t (word)");
            s.execute("insert into t values (1, 'before', 0), (2, 'before', 0), (3, 'before', 0)");
            c.setAutoCommit(false);
            s.execute("update t set word = 'after' where id = 1");
            s.execute("delete from t where id = 2");
            s.execute("insert into t values (4, 'after', 0)");
            Object session = H2Internals.asked(c, "getSession");
            Transaction mine = (Transaction) H2Internals.asked(session, "getTransaction");
            Object store = H2Internals.asked(session, "getDatabase", "getStore");
            Object transactions = H2Internals.asked(store, "getTransactionStore");
            H2Internals.method(TransactionStore.class, "markUndoLogAsCommitted", int.class, long.class)
                    .invoke(transactions, mine.getId(), 1L);
            ((MVStore) H2Internals.asked(store, "getMvStore")).commit();
            Files.copy(folder.getRoot().toPath().resolve("db.mv.db"), copy);
            s.execute("shutdown immediately");
        }
    }

    private static String words(Statement s, String where) throws SQLException {
        try (ResultSet r =
                s.executeQuery("select listagg(id || word, ' ') within group (order by id) from t " + where)) {
            r.next();
            return r.getString(1);
        }
    }

    private DataSource opener() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url("copy"));
        return h2;
    }

    @Test
    public void h2LeavesItHalfDone() throws Exception {
        try (Connection c = DriverManager.getConnection(url("copy"));
                Statement s = c.createStatement()) {
            assertEquals("else it is mended there", "1before 2before 3before", words(s, ""));
        }
    }

    @Test
    public void aCommitThatAKillCaughtIsEnded() throws Exception {
        try (Connection c = DriverManager.getConnection(url("copy"));
                Statement s = c.createStatement()) {
            assertEquals(1, RecoveredCommits.end(c));
            assertEquals("1after 3before 4after", words(s, ""));
            assertEquals("by the index too", "1after 4after", words(s, "where word = 'after'"));
            assertEquals(1, s.executeUpdate("update t set other = 1 where id = 1"));
            assertEquals(0, RecoveredCommits.end(c));
        }
        try (Connection c = DriverManager.getConnection(url("copy"));
                Statement s = c.createStatement()) {
            assertEquals("it is in the file", "1after 3before 4after", words(s, ""));
            assertEquals(0, RecoveredCommits.end(c));
        }
    }

    @Test
    public void itIsEndedBeforeTheFileIsWrittenAnew() throws Exception {
        DatabaseFile file = new DatabaseFile(folder.getRoot().toPath().resolve("copy"));
        file.wishPurge();
        file.purge(opener());
        try (Connection c = DriverManager.getConnection(url("copy"));
                Statement s = c.createStatement()) {
            RecoveredCommits.end(c);
            assertEquals("1after 3before 4after", words(s, ""));
            assertEquals("1after 4after", words(s, "where word = 'after'"));
        }
    }
}
