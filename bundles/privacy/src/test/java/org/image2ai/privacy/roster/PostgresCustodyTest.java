package org.image2ai.privacy.roster;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.image2ai.privacy.roster.Finding.Kind;
import org.image2ai.privacy.roster.Member.State;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.LocalPostgres;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the platform sees of its tables on a real PostgreSQL; left out where none is installed. */
public class PostgresCustodyTest {
    private static Optional<LocalPostgres> server = Optional.empty();

    private TestRoster test;
    private Custody custody;

    @BeforeClass
    public static void startServer() {
        server = LocalPostgres.start();
        assumeTrue("PostgreSQL is installed", server.isPresent());
    }

    @AfterClass
    public static void stopServer() {
        server.ifPresent(LocalPostgres::close);
    }

    @Before
    public void start() throws SQLException {
        test = new TestRoster(new TestUnit("privacy-test", server.orElseThrow().url(), "org.postgresql.Driver"));
        test.prefixes.addStore(new MemoryStore());
        custody = new Custody(test.roster, test.tables, test.prefixes);
        sql("create table notes (id varchar(64) primary key, account varchar(64), other text)");
        sql("insert into notes values ('1', 'acc_ALICE', ''), ('2', '', 'acc_ALICE'), ('3', 'acc_BOB', '')");
        test.start("org.notes", false, TestBundles.holding("org.notes", "notes"));
        test.answer("org.notes", new FakeParticipant(0));
    }

    @After
    public void close() throws SQLException {
        if (test != null) {
            sql("drop schema public cascade; create schema public; drop schema if exists elsewhere cascade");
            test.close();
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = test.unit.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> tables() {
        return new Crawler(test.rows, test.roster, test.tables, test.prefixes, test.clock)
                .crawl().stream()
                        .filter(found -> found.kind() == Kind.TABLE)
                        .map(Finding::subject)
                        .sorted()
                        .toList();
    }

    @Test
    public void findsTablesThatNobodyDeclaresAlsoInASchemaOfTheirOwnAndNoneOfTheDatabase() throws Exception {
        assertEquals(List.of(), tables());
        sql(
                "create table secret_notes (id varchar(64)); create schema elsewhere; create table elsewhere.hidden (id int)");
        assertEquals(List.of("elsewhere.hidden", "secret_notes"), tables());
    }

    @Test
    public void countsAndErasesPastTheBundle() throws Exception {
        Member member = test.member("org.notes");
        assertEquals(1, custody.count(member, Calls.ALICE));
        assertEquals(2, test.tables.count("notes", List.of("account", "other", "missing"), Calls.ALICE));
        test.uninstall("org.notes");
        assertEquals(List.of(), custody.erase(test.member("org.notes"), Calls.ALICE));
        assertEquals(0, custody.count(member, Calls.ALICE));
        assertEquals(1, custody.count(member, Calls.BOB));
        assertFalse(test.tables.isEmpty("notes"));
    }

    @Test
    public void spellsNamesAndComparesKeysAsTheDatabaseHasThem() throws Exception {
        sql("create table \"Diary\" (\"Owner\" varchar(64)); insert into \"Diary\" values ('acc_ALICE')");
        sql("create table counted (owner bigint); insert into counted values (7)");
        assertEquals(1, test.tables.count("diary", List.of("owner"), Calls.ALICE));
        assertEquals(1, test.tables.erase("diary", List.of("owner"), Calls.ALICE));
        assertTrue(test.tables.isEmpty("diary"));
        assertEquals(0, test.tables.count("counted", List.of("owner"), Calls.ALICE));
        assertFalse(test.tables.isEmpty("counted"));
    }

    @Test
    public void anOrphanIsProvenEmpty() throws Exception {
        test.uninstall("org.notes");
        tables();
        assertEquals(State.ORPHANED, test.member("org.notes").state());
        sql("delete from notes");
        tables();
        assertTrue(test.roster.find("org.notes").isEmpty());
    }
}
