package org.image2ai.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Test;

public class AuditServiceTest {
    private final TestUnit unit = new TestUnit("admin-test");
    private final AuditService audit = new AuditService(new TestConfig(), unit::migrate, unit);

    @After
    public void close() {
        unit.close();
    }

    private void act(String actor, String action, String target, Instant at) {
        audit.record(new AuditEntry(at, actor, action, target, Map.of("why", "a test, \"quoted\"", "b", "ü")));
    }

    private void acts(int count) {
        for (int i = 0; i < count; i++) {
            act("shell:test", "admin:test:do", "thing_" + i, Instant.now());
        }
    }

    private void tamper(String sql) throws Exception {
        try (Connection connection = unit.connection();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private void assertBroken(long at, String why) {
        AuditVerification found = audit.verify();
        assertFalse(found.whole());
        assertEquals(at, found.last());
        assertEquals(Optional.of(why), found.broken());
    }

    @Test
    public void listsWhatWasRecordedNewestFirstPageByPage() {
        acts(3);
        act("acc_ADMIN", "admin:other:do", "x", Instant.now());
        Page<AuditEntry> first = audit.list(PageRequest.first(3));
        Page<AuditEntry> second = audit.list(new PageRequest(first.next(), 3));
        assertEquals("x", first.items().get(0).target());
        assertEquals("thing_0", second.items().get(0).target());
        assertEquals("ü", second.items().get(0).details().get("b"));
        assertTrue(second.next().isEmpty());
        assertEquals(
                1, audit.rows(PageRequest.first(9), "acc_ADMIN", "").items().size());
        assertEquals(
                3, audit.rows(PageRequest.first(9), "", "admin:test:do").items().size());
        assertEquals(
                0,
                audit.rows(PageRequest.first(9), "acc_ADMIN", "admin:test:do")
                        .items()
                        .size());
    }

    @Test
    public void provesAWholeChain() {
        assertTrue(audit.verify().whole());
        acts(1203);
        AuditVerification found = audit.verify();
        assertTrue(found.toString(), found.whole());
        assertEquals(1203, found.entries());
    }

    @Test
    public void saysWhichEntryWasChanged() throws Exception {
        acts(5);
        tamper("UPDATE adm_audit SET target = 'nothing' WHERE line_number = 3");
        assertBroken(3, "it was changed");
    }

    @Test
    public void saysWhichEntryIsMissing() throws Exception {
        acts(5);
        tamper("DELETE FROM adm_audit WHERE line_number = 3");
        assertBroken(3, "it is missing");
    }

    @Test
    public void saysThatTheLastEntryIsMissing() throws Exception {
        acts(5);
        tamper("DELETE FROM adm_audit WHERE line_number = 5");
        assertBroken(5, "it is missing");
    }

    @Test
    public void saysWhichEntryWasExchangedWithItsHash() throws Exception {
        acts(3);
        tamper("UPDATE adm_audit SET hash = '" + "0".repeat(64) + "' WHERE line_number = 2");
        assertBroken(2, "it was changed");
    }

    @Test
    public void anEntryIsGoneWithTheActThatFailed() {
        acts(1);
        assertThrows(
                IllegalStateException.class,
                () -> unit.required(() -> {
                    acts(2);
                    throw new IllegalStateException("the act failed");
                }));
        acts(1);
        AuditVerification found = audit.verify();
        assertTrue(found.toString(), found.whole());
        assertEquals(2, found.entries());
    }

    @Test
    public void manyAtOnceMakeOneChain() throws Exception {
        ExecutorService admins = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(admins.submit(() -> acts(25)));
        }
        for (Future<?> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }
        admins.shutdown();
        assertEquals(200, audit.verify().entries());
        assertTrue(audit.verify().whole());
    }

    @Test
    public void keepsWhatNamesAPersonUntilItsTimeIsOver() {
        AuditPersonalData door = new AuditPersonalData(audit);
        Instant old = Instant.now().minus(Duration.ofDays(31));
        act(Calls.ALICE.value(), "admin:test:do", "x", old);
        act("shell:test", "admin:account:create", Calls.ALICE.value(), Instant.now());
        act("shell:test", "admin:account:create", Calls.BOB.value(), Instant.now());
        List<HeldItem> held =
                door.locate(Calls.ALICE, "audit", PageRequest.first(10)).items();
        assertEquals(2, held.size());
        Outcome outcome = door.erase(Calls.ALICE, held.get(1));
        assertEquals(Outcome.Status.RETAINED, outcome.status());
        assertTrue(outcome.until()
                .orElseThrow()
                .isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(29)));
        assertEquals(Outcome.notFound(), door.plan(Calls.BOB, held.get(1)));
        assertEquals("while nobody knows who is frozen", 0, door.sweep("audit", Instant.now(), false, 100));
        door.freeze = () -> Set.of(Calls.ALICE);
        assertEquals("what is under a legal hold", 0, door.sweep("audit", Instant.now(), false, 100));
        door.freeze = Set::of;
        assertEquals(1, door.sweep("audit", Instant.now(), true, 100));
        assertEquals(1, door.sweep("audit", Instant.now(), false, 100));
        assertEquals(0, door.sweep("audit", Instant.now(), false, 100));
        assertEquals(
                1,
                door.locate(Calls.ALICE, "audit", PageRequest.first(10)).items().size());
        assertTrue(audit.verify().whole());
        assertEquals(2, audit.verify().entries());
    }
}
