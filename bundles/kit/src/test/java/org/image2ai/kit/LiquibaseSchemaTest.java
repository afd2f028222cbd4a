package org.image2ai.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.schema.LiquibaseSchema;
import org.junit.After;
import org.junit.Test;

public class LiquibaseSchemaTest {
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:schema;DB_CLOSE_DELAY=-1", "", "");

    @After
    public void close() throws Exception {
        run("drop all objects");
        database.dispose();
    }

    @Test
    public void bringsTheTablesOnceThoughManyAskAtOnce() throws Exception {
        LiquibaseSchema schema = new LiquibaseSchema(database);
        ExecutorService concerns = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(concerns.submit(() -> schema.migrate(LiquibaseSchemaTest.class)));
            }
            for (Future<?> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            concerns.shutdownNow();
        }
        assertEquals(2, count("select count(*) from databasechangelog"));
        assertEquals(0, count("select count(*) from kit_note where body is null"));
    }

    @Test
    public void looksAgainOnlyAtAChangeLogThatIsAnother() throws Exception {
        LiquibaseSchema schema = new LiquibaseSchema(database);
        schema.migrate(LiquibaseSchemaTest.class);
        run("delete from databasechangelog");
        // Liquibase would make the tables again, and fail.
        schema.migrate(LiquibaseSchemaTest.class);
        run("update databasechangelog_files set sha256 = 'another'");
        assertThrows(PlatformException.class, () -> schema.migrate(LiquibaseSchemaTest.class));
    }

    @Test
    public void saysWhichChangeLogIsMissing() {
        LiquibaseSchema schema = new LiquibaseSchema(database);
        PlatformException e = assertThrows(PlatformException.class, () -> schema.migrate(String.class));
        assertEquals("schema_failed", e.code());
        assertEquals("The schema java/lang/schema/changelog.sql could not be applied.", e.getMessage());
    }

    private void run(String sql) throws Exception {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private int count(String sql) throws Exception {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            r.next();
            return r.getInt(1);
        }
    }
}
