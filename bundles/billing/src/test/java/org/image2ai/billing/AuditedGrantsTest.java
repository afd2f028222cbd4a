package org.image2ai.billing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Clock;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.jpa.Store;
import org.image2ai.tck.Calls;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class AuditedGrantsTest {
    private final TestUnit unit = new TestUnit("billing-test");
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private CreditService credits;
    private AuditedGrants grants;

    @Before
    public void open() {
        unit.migrate(CreditService.class);
        credits = new CreditService(
                new TestConfig(0), new AccountLock(unit.dataSource()), unit, new Store(unit), Clock.systemUTC());
        grants = new AuditedGrants(credits, audit, unit);
    }

    @After
    public void close() {
        unit.close();
    }

    @Test
    public void writesAGrantDown() {
        assertEquals(
                5, grants.grant(Calls.ALICE, 5, "a gift", "shell:test", "act_1").balance());
        assertEquals(List.of("admin:credit:grant"), audit.actions());
    }

    @Test
    public void grantsNothingThatCannotBeWrittenDown() {
        audit.fail();
        assertThrows(PlatformException.class, () -> grants.grant(Calls.ALICE, 5, "a gift", "shell:test", "act_1"));
        assertEquals(0, credits.balance(Calls.ALICE).balance());
    }

    @Test
    public void writesNoGrantDownThatWasRefused() {
        assertThrows(PlatformException.class, () -> grants.grant(Calls.ALICE, -5, "too much", "shell:test", "act_1"));
        assertEquals(List.of(), audit.actions());
    }
}
