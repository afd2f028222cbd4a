package org.image2ai.privacy.export;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class EvidenceTest {
    private final TestExports exports = new TestExports();
    private final PrivacyPersonalData data =
            new PrivacyPersonalData(exports.service, new Store(exports.unit), exports.clock);

    @Before
    public void fill() throws SQLException {
        run("CREATE TABLE prv_consent (id varchar(64), account varchar(64), kind varchar(32), subject varchar(200),"
                + " text_version varchar(40), source varchar(120), created_at bigint)");
        run("CREATE TABLE prv_choice (account varchar(64), restricted boolean, objections varchar(200),"
                + " recipients text, third_parties boolean, regions varchar(2000))");
        run("CREATE TABLE prv_activity (account varchar(64), seen_on bigint, warned_on bigint)");
        run("INSERT INTO prv_activity VALUES ('acc_ALICE', 20000, NULL)");
        run("CREATE TABLE prv_hold (id varchar(64), account varchar(64), case_ref varchar(120), reason varchar(500),"
                + " review_on varchar(10), released_at bigint, created_at bigint)");
        run("INSERT INTO prv_hold VALUES ('hld_1', 'acc_ALICE', 'case 7', 'a suit', '2027-01-01', NULL, 5)");
        run("CREATE TABLE prv_request (id varchar(64), account varchar(64), request_type varchar(32), law varchar(8),"
                + " due_at bigint, ended_at bigint, export_id varchar(64), created_at bigint)");
        for (String child : EvidenceTable.REQUESTS.children()) {
            run("CREATE TABLE " + child + " (request varchar(64))");
            run("INSERT INTO " + child + " VALUES ('req_1')");
        }
        run("CREATE TABLE prv_fence (account varchar(64), closed_at bigint)");
        for (int i = 1; i <= 3; i++) {
            run("INSERT INTO prv_consent VALUES ('con_" + i
                    + "', 'acc_ALICE', 'CONSENT', 'ANALYTICS', '1', 'rest', 7)");
        }
        run("INSERT INTO prv_choice VALUES ('acc_ALICE', true, 'ANALYTICS', '[]', false, '')");
        run("INSERT INTO prv_request VALUES ('req_1', 'acc_ALICE', 'ACCESS', 'gdpr', 9, NULL, NULL, 8)");
    }

    @After
    public void close() {
        exports.close();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = exports.unit.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String table) throws SQLException {
        try (Connection connection = exports.unit.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<HeldItem> all(String holding) {
        List<HeldItem> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<HeldItem> page = data.locate(Calls.ALICE, holding, new PageRequest(cursor, 2));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private Map<String, Object> exported(HeldItem item) {
        Map<String, Object> all = new LinkedHashMap<>();
        data.export(Calls.ALICE, item, new ExportSink() {
            @Override
            public void data(Map<String, Object> more) {
                all.putAll(more);
            }

            @Override
            public void file(String name, String mediaType, InputStream content) {
                throw new AssertionError(name);
            }

            @Override
            public void gap(String name, String reason) {
                throw new AssertionError(name);
            }
        });
        return all;
    }

    @Test
    public void findsEveryRowPageByPageAndNobodyElses() {
        assertEquals(
                List.of("con_1", "con_2", "con_3"),
                all("consents").stream().map(HeldItem::key).toList());
        assertEquals(1, all("requests").size());
        assertEquals(1, all("choices").size());
        assertEquals(1, all("activity").size());
        assertEquals(1, all("legal-holds").size());
        for (String holding : List.of("consents", "requests", "legal-holds", "choices", "activity", "exports")) {
            assertTrue(data.locate(Calls.BOB, holding, PageRequest.first(10))
                    .items()
                    .isEmpty());
        }
        assertThrows(PlatformException.class, () -> data.locate(Calls.ALICE, "words", PageRequest.first(10)));
    }

    @Test
    public void showsThePersonWhatStandsInTheEvidence() {
        assertEquals("ANALYTICS", exported(all("consents").get(0)).get("subject"));
        assertEquals(
                "1970-01-01T00:00:00.000009Z", exported(all("requests").get(0)).get("due_at"));
        assertEquals(true, exported(all("choices").get(0)).get("restricted"));
        assertEquals(
                Map.of("lastUsedOn", "2024-10-04"), exported(all("activity").get(0)));
        assertEquals(Map.of(), exported(new HeldItem("consents", "con_9", exports.clock.instant())));
    }

    @Test
    public void keepsEvidenceForThreeYearsAfterTheErasureBeganAndThenErasesIt() throws Exception {
        run("INSERT INTO prv_fence VALUES ('acc_ALICE', " + Micros.of(exports.clock.instant()) + ")");
        HeldItem request = all("requests").get(0);
        LocalDate until =
                LocalDate.ofInstant(exports.clock.instant(), ZoneOffset.UTC).plusYears(3);
        Outcome kept = data.erase(Calls.ALICE, request);
        assertEquals(Outcome.Status.RETAINED, kept.status());
        assertEquals(Optional.of(until), kept.until());
        assertTrue(kept.reason(), kept.reason().contains("GDPR article 5(2)"));
        assertEquals(1, count("prv_event"));
        exports.clock.set(Duration.ofDays(3 * 366));
        assertEquals(Outcome.erased(), data.plan(Calls.ALICE, request));
        assertEquals(Outcome.erased(), data.erase(Calls.ALICE, request));
        assertEquals(Outcome.notFound(), data.erase(Calls.ALICE, request));
        assertEquals(0, count("prv_event"));
    }

    @Test
    public void sweepsEvidenceOfErasedAccountsOnlyAndFirstOnlySays() throws Exception {
        exports.clock.set(Duration.ofDays(4 * 366));
        assertEquals(0, data.sweep("consents", exports.clock.instant(), false, 100));
        run("INSERT INTO prv_fence VALUES ('acc_ALICE', 100)");
        assertEquals(3, data.sweep("consents", exports.clock.instant(), true, 100));
        assertEquals(2, data.sweep("consents", exports.clock.instant(), false, 2));
        assertEquals(1, count("prv_consent"));
    }

    @Test
    public void erasesChoicesAtOnce() throws Exception {
        HeldItem choices = all("choices").get(0);
        assertEquals(Outcome.erased(), data.erase(Calls.ALICE, choices));
        assertEquals(Outcome.notFound(), data.erase(Calls.ALICE, choices));
        assertEquals(0, count("prv_choice"));
    }
}
