package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DisclosuresTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("generation-test");
    private final Platform platform = new Platform();
    private final LiveFence fence = new LiveFence();
    private JobRows rows;
    private Server server;
    private GenerationPersonalData privacy;

    @Before
    public void open() {
        System.setProperty("karaf.data", data.getRoot().getPath());
        rows = new JobRows(unit::migrate, unit, new FakeSubjectVault(), fence);
        server = new Server(rows, new JobHub(), platform, unit);
        privacy = new GenerationPersonalData(rows, server.jobs);
    }

    @After
    public void close() {
        server.close();
        unit.close();
        System.clearProperty("karaf.data");
    }

    private ClaimedJob claim() {
        server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(1), JobTerms.USUAL);
        return server.work.claim().orElseThrow();
    }

    private List<String> bundles() {
        return privacy.disclosures(Calls.ALICE).made().stream()
                .map(Disclosures.Disclosure::bundle)
                .sorted()
                .toList();
    }

    @Test
    public void namesEveryVendorThatWasAskedAlsoOfAJobThatHasNoReceipt() {
        platform.router.asked = List.of("org.first", "org.second");
        platform.router.meanwhile = () -> {
            throw PlatformException.invalid("content_refused", "The vendor refuses it.");
        };
        ClaimedJob claim = claim();
        PlatformException refused = assertThrows(PlatformException.class, () -> server.work.render(claim));
        server.work.fail(claim, refused);
        assertEquals(List.of("org.first", "org.second"), bundles());
        assertTrue(privacy.disclosures(Calls.ALICE).complete());
        assertEquals(Set.of("image-models"), privacy.disclosures(Calls.ALICE).covers());
        assertEquals(List.of(), privacy.disclosures(Calls.BOB).made());
    }

    @Test
    public void twoTimesTheSameVendorIsOneRowAlsoAfterARestart() {
        platform.router.asked = List.of("org.first");
        server.work.render(claim());
        new JobRows(owner -> {}, unit, new FakeSubjectVault(), new LiveFence())
                .leaves(Calls.ALICE, "org.first", "api.org.first");
        assertEquals(List.of("org.first"), bundles());
    }

    @Test
    public void jobsOlderThanTheRecordMakeItIncomplete() {
        claim();
        unit.tx(em ->
                em.createNativeQuery("UPDATE gen_job SET disclosed = FALSE").executeUpdate());
        assertFalse(privacy.disclosures(Calls.ALICE).complete());
        assertTrue(privacy.disclosures(Calls.BOB).complete());
    }

    @Test
    public void nothingLeavesOnceAnErasureHasBegun() {
        platform.router.asked = List.of("org.first");
        ClaimedJob claim = claim();
        fence.bind(Calls.ALICE::equals);
        assertEquals(
                "account_erased",
                assertThrows(PlatformException.class, () -> server.work.render(claim))
                        .code());
        assertEquals(List.of(), bundles());
    }

    @Test
    public void theRecordIsErasedWithAllElse() {
        platform.router.asked = List.of("org.first", "org.second");
        server.work.render(claim());
        List<HeldItem> items =
                privacy.locate(Calls.ALICE, "disclosures", PageRequest.first(1)).items();
        assertEquals(1, items.size());
        for (HeldItem item : privacy.locate(Calls.ALICE, "disclosures", PageRequest.first(10))
                .items()) {
            privacy.erase(Calls.ALICE, item);
        }
        assertEquals(List.of(), bundles());
    }
}
