package org.image2ai.datasource;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DatabaseFileTest {
    private static final int ROWS = 2_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path base;
    private DatabaseFile file;

    @Before
    public void fill() throws SQLException {
        base = folder.getRoot().toPath().resolve("db");
        file = new DatabaseFile(base);
        // Closed without any compacting of its own.
        try (Connection c = DriverManager.getConnection(file.url() + ";MAX_COMPACT_TIME=0");
                Statement s = c.createStatement()) {
            s.execute("create table t (id int primary key, word varchar)");
            s.execute("insert into t select x, 'canary' || x from system_range(1, " + ROWS + ")");
            s.execute("checkpoint sync");
            s.execute("delete from t where id > 10");
        }
    }

    private boolean isIn(String word) throws IOException {
        return Files.readString(Path.of(base + ".mv.db"), StandardCharsets.ISO_8859_1)
                .contains(word);
    }

    private DataSource opener() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(file.url());
        return h2;
    }

    @Test
    public void whatWasDeletedLeavesTheFileWhenThatIsWished() throws Exception {
        assertTrue("it lies there", isIn("canary" + ROWS));
        file.wishPurge();
        new DatabaseFile(base).purge(opener());
        assertFalse(isIn("canary" + ROWS));
        assertTrue(isIn("canary10"));
        try (Connection c = DriverManager.getConnection(file.url());
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from t where word like 'canary%'")) {
            r.next();
            assertEquals(10, r.getInt(1));
        }
    }

    @Test
    public void whoHasNotLetGoKeepsNothingInTheFile() throws Exception {
        DataSource opener = opener();
        GroupFlush flush = new GroupFlush(opener::getConnection, new WriteGate());
        Connection forgotten = opener.getConnection();
        forgotten.setAutoCommit(false);
        forgotten.createStatement().execute("insert into t values (5000, 'half done')");
        file.wishPurge();
        file.close(opener, flush);
        assertFalse(isIn("canary" + ROWS));
        assertFalse(isIn("half done"));
        assertTrue(isIn("canary10"));
    }

    @Test
    public void aWishIsFulfilledOnce() throws Exception {
        file.wishPurge();
        file.purge(opener());
        byte[] once = Files.readAllBytes(Path.of(base + ".mv.db"));
        file.purge(opener());
        assertArrayEquals(once, Files.readAllBytes(Path.of(base + ".mv.db")));
    }

    @Test
    public void anOpenDatabaseIsLeftAloneAndTheWishKept() throws Exception {
        file.wishPurge();
        try (Connection open = DriverManager.getConnection(file.url())) {
            file.purge(opener());
            assertTrue(open.isValid(1));
            assertTrue(Files.exists(Path.of(base + ".purge")));
        }
        file.purge(opener());
        assertFalse(Files.exists(Path.of(base + ".purge")));
    }
}
