package org.image2ai.privacy.roster;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.image2ai.privacy.roster.Finding.Kind;
import org.image2ai.privacy.roster.Member.State;
import org.junit.After;
import org.junit.Test;

public class CallsTest {
    private final TestRoster test = new TestRoster();
    private final Calls calls = new Calls(test.rows, test.roster, test.clock);
    private final Crawler crawler = new Crawler(test.rows, test.roster, test.tables, test.prefixes, test.clock);

    @After
    public void close() {
        calls.stop();
        test.close();
    }

    private List<Finding> found(int many) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (hosts().size() < many && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return hosts();
    }

    private List<Finding> hosts() {
        return test.rows.findings().stream()
                .filter(finding -> finding.kind() == Kind.HOST)
                .toList();
    }

    @Test
    public void aCallToAnUndeclaredHostIsFoundOnceByBundleAndHost() {
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        calls.refused("org.vendor", "evil.example", false);
        calls.refused("org.vendor", "evil.example", false);
        calls.refused("org.vendor", "other.example", true);
        List<Finding> found = found(2);
        assertEquals(
                List.of("org.vendor -> evil.example", "org.vendor -> other.example"),
                found.stream().map(Finding::subject).sorted().toList());
        assertTrue(found.stream().allMatch(one -> one.message().startsWith("org.vendor: ")));
    }

    @Test
    public void whoCallsWhatItDoesNotDeclareIsPutUnderQuarantineAndStaysThere() {
        test.roster.accuse("org.vendor", "It called evil.example.");
        test.roster.accuse("org.image2ai.vendor", "It called evil.example.");
        test.start("org.image2ai.vendor", true, TestBundles.sending("org.image2ai.vendor", "Ours Inc."));
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        assertEquals("also before it was admitted", List.of("org.vendor"), test.quarantined);
        assertEquals(State.LIVE, test.member("org.image2ai.vendor").state());
        test.stop("org.vendor");
        assertEquals(State.QUARANTINED, test.member("org.vendor").state());
        assertEquals("It called evil.example.", test.member("org.vendor").reason());
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        assertEquals("another chance", State.LIVE, test.member("org.vendor").state());
    }

    @Test
    public void namesAtRandomFillNothing() {
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        for (int i = 0; i < 500; i++) {
            calls.refused("org.vendor", "host" + i + ".example", true);
        }
        calls.stop();
        assertEquals(20, found(20).size());
    }

    @Test
    public void itIsForgottenOnceTheHostIsDeclared() {
        test.start("org.vendor", false, TestBundles.sending("org.vendor", "Vendor Inc."));
        String declared = test.member("org.vendor")
                .declaration()
                .recipients()
                .get(0)
                .hosts()
                .get(0);
        calls.refused("org.vendor", "evil.example", true);
        calls.refused("org.vendor", declared, true);
        assertEquals(2, found(2).size());
        test.clock.set(Duration.ofHours(1));
        crawlTablesOnly();
        assertEquals(
                List.of("org.vendor -> evil.example"),
                hosts().stream().map(Finding::subject).toList());
    }

    private void crawlTablesOnly() {
        test.prefixes.addStore(new MemoryStore());
        crawler.crawl();
    }
}
