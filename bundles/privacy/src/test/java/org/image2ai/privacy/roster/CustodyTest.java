package org.image2ai.privacy.roster;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.privacy.roster.Finding.Kind;
import org.image2ai.privacy.roster.Member.State;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CustodyTest {
    private static final String PREFIX = "ext.org.notes/{account}/files";

    private final TestRoster test = new TestRoster();
    private final MemoryStore store = new MemoryStore();
    private final Custody custody = new Custody(test.roster, test.tables, test.prefixes);
    private final Crawler crawler = new Crawler(test.rows, test.roster, test.tables, test.prefixes, test.clock);

    @Before
    public void start() throws SQLException {
        test.prefixes.addStore(store);
        sql("create table notes (id varchar(64) primary key, account varchar(64), words varchar(100))");
        test.start("org.notes", false, TestBundles.holding("org.notes", "notes", PREFIX, "a drawer"));
        test.answer("org.notes", new FakeParticipant(0));
    }

    @After
    public void close() {
        test.close();
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = test.unit.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void put(String key) {
        store.put(new ObjectKey(key), new ByteArrayInputStream(new byte[] {1}), 10);
    }

    private void plant() throws SQLException {
        sql("insert into notes values ('1', 'acc_ALICE', 'x'), ('2', 'acc_ALICE', 'y'), ('3', 'acc_BOB', 'z')");
        put("ext.org.notes/acc_ALICE/files/1");
        put("ext.org.notes/acc_BOB/files/1");
    }

    @Test
    public void findsWhatAParticipantThatLiesDoesNotTell() throws Exception {
        plant();
        assertEquals(0, (long) test.roster.ask("org.notes", asked -> Count.count(asked, Calls.ALICE, "notes")));
        Member member = test.member("org.notes");
        assertEquals(3, custody.count(member, Calls.ALICE));
        assertEquals(Map.of("notes", 2L, PREFIX, 1L), custody.counts(member, Calls.ALICE));
    }

    @Test
    public void erasesWhatAnOrphanLeftAndNamesWhatItCannotSee() throws Exception {
        plant();
        test.uninstall("org.notes");
        assertEquals(List.of("a drawer"), custody.erase(test.member("org.notes"), Calls.ALICE));
        assertEquals(0, custody.count(test.member("org.notes"), Calls.ALICE));
        assertEquals(2, custody.count(test.member("org.notes"), Calls.BOB));
    }

    @Test
    public void aBundleThatHoldsDataIsNotLetGo() throws Exception {
        plant();
        assertEquals(
                "bundle_holds_data",
                assertThrows(PlatformException.class, () -> custody.requireEmpty("org.notes"))
                        .code());
        custody.requireEmpty("org.unknown");
        test.start("org.clear", false, TestBundles.holding("org.clear", "clear_notes"));
        custody.requireEmpty("org.clear");
    }

    @Test
    public void whatIsInAStoreThatIsAwayIsNotTakenForNothing() {
        test.prefixes.removeStore(store);
        assertEquals(
                "storage_unavailable",
                assertThrows(PlatformException.class, () -> custody.count(test.member("org.notes"), Calls.ALICE))
                        .code());
    }

    @Test
    public void findsTablesObjectsAndBundlesThatNobodyDeclares() throws Exception {
        plant();
        put("ext.org.notes/acc_ALICE/hidden/1");
        put("stray/1");
        sql("create table secret_notes (id varchar(64))");
        test.start("org.silent", false, "", "it has no declaration");
        List<Finding> findings = crawler.crawl();
        assertEquals(List.of("secret_notes"), subjects(findings, Kind.TABLE));
        assertEquals(List.of("ext.org.notes/{account}/hidden", "stray"), subjects(findings, Kind.PREFIX));
        assertEquals(List.of("org.silent"), subjects(findings, Kind.BUNDLE));
        assertTrue(findings.stream().noneMatch(found -> found.subject().contains("acc_")));
    }

    private static List<String> subjects(List<Finding> findings, Kind kind) {
        return findings.stream()
                .filter(found -> found.kind() == kind)
                .map(Finding::subject)
                .sorted()
                .toList();
    }

    @Test
    public void aFindingIsKeptOnceAndForgottenWhenItIsOver() throws Exception {
        sql("create table secret_notes (id varchar(64))");
        Finding first = crawler.crawl().get(0);
        test.clock.set(Duration.ofHours(1));
        Finding again = crawler.crawl().get(0);
        assertEquals(first.found(), again.found());
        assertTrue(again.seen().isAfter(first.seen()));
        sql("drop table secret_notes");
        test.clock.set(Duration.ofHours(2));
        assertEquals(List.of(), crawler.crawl());
    }

    @Test
    public void anOrphanIsAskedUntilNothingOfItIsLeft() throws Exception {
        test.start("org.clear", false, TestBundles.holding("org.clear", "clear_notes"));
        sql("create table clear_notes (account varchar(64))");
        sql("insert into clear_notes values ('acc_BOB')");
        test.uninstall("org.clear");
        crawler.crawl();
        assertEquals(State.ORPHANED, test.member("org.clear").state());
        sql("delete from clear_notes");
        crawler.crawl();
        assertTrue(test.roster.find("org.clear").isEmpty());
    }

    @Test
    public void aNameThatIsNoTableIsNeverMadeAQuery() throws IOException {
        test.start("org.sly", false, TestBundles.holding("org.sly", "notes where 1=1 or account"));
        assertEquals(0, custody.count(test.member("org.sly"), Calls.ALICE));
        assertEquals(List.of(), store.list("", PageRequest.first(10)).items());
    }
}
