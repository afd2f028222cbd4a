package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PrivacyDeclaration.ErasureMode;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ExternalsTest {
    private Bench bench;
    private FakeHolder library;

    @Before
    public void begin() {
        bench = new Bench();
        library = bench.roster.add("org.image2ai.library");
        library.hold(Bench.ADA, 3);
        bench.others.probe = bench.probe(library);
    }

    @After
    public void end() {
        bench.close();
    }

    @Test
    public void tracksCopiesOutsideToTheirEnd() {
        library.recipients.add(recipient("Vendor by mail", ErasureMode.MANUAL, "operator"));
        library.recipients.add(recipient("Vendor by time", ErasureMode.EXPIRY, "P30D"));
        library.recipients.add(recipient("Vendor without", ErasureMode.NONE, "P1Y"));
        library.kept.put("thing-00001", new Outcome(Outcome.Status.PENDING_EXTERNAL, "", Optional.empty()));
        library.outside.put("thing-00001", library.kept.get("thing-00001"));
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.PENDING_EXTERNAL, bench.state(request));
        ExternalTask manual = bench.view(request).external().stream()
                .filter(task -> task.mode().equals("MANUAL"))
                .findFirst()
                .orElseThrow();
        assertThrows(PlatformException.class, () -> bench.officers.settle(request.id(), manual.id(), " ", "officer"));
        bench.officers.settle(request.id(), manual.id(), "their answer of today", "officer");
        library.outside.clear();
        bench.wait(Duration.ofDays(2));
        bench.work(request);
        assertEquals("one has time left", RequestState.PENDING_EXTERNAL, bench.state(request));
        bench.wait(Duration.ofDays(32));
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(
                List.of("DONE", "DONE", "STATED"),
                bench.view(request).external().stream()
                        .map(task -> task.state().name())
                        .sorted()
                        .toList());
    }

    @Test
    public void aVendorThatNeverHadAnAccountKeepsNothing() {
        library.recipients.add(recipient("Vendor by time", ErasureMode.EXPIRY, "P30D"));
        bench.silent.add("org.image2ai.library");
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(List.of(), bench.view(request).external());
    }

    private FakeHolder vendor(String bundle) {
        FakeHolder vendor = bench.roster.add(bundle);
        vendor.onlySends = true;
        vendor.recipients.add(recipient(bundle + " Inc.", ErasureMode.MANUAL, "operator"));
        return vendor;
    }

    private static Disclosures told(boolean complete, String... bundles) {
        List<Disclosure> made = Stream.of(bundles)
                .map(bundle -> new Disclosure(bundle, "", "", Instant.EPOCH, Instant.EPOCH))
                .toList();
        return new Disclosures(Set.of("image-models"), complete, made);
    }

    private List<String> recipients(Request request) {
        return bench.view(request).external().stream()
                .map(ExternalTask::recipient)
                .sorted()
                .toList();
    }

    @Test
    public void onlyAVendorThatSawThePersonIsFollowed() {
        vendor("org.vendor.seen");
        vendor("org.vendor.never");
        library.told = told(true, "org.vendor.seen");
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(List.of("org.vendor.seen Inc."), recipients(request));
    }

    @Test
    public void aVendorWhoseBundleIsGoneIsNamedFromItsStoredDeclaration() {
        vendor("org.vendor.seen");
        bench.roster.orphaned.add("org.vendor.seen");
        library.told = told(true, "org.vendor.seen");
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(List.of("org.vendor.seen Inc."), recipients(request));
    }

    @Test
    public void everyVendorCountsWhereTheRecordIsNotCompleteOrItsKeeperIsGone() {
        vendor("org.vendor.seen");
        vendor("org.vendor.never");
        library.told = told(false, "org.vendor.seen");
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(List.of("org.vendor.never Inc.", "org.vendor.seen Inc."), recipients(request));
        try (Bench other = new Bench()) {
            FakeHolder gone = other.roster.add("org.image2ai.library");
            gone.hold(Bench.ADA, 1);
            other.others.probe = other.probe(gone);
            other.roster.orphaned.add("org.image2ai.library");
            FakeHolder vendor = other.roster.add("org.vendor.seen");
            vendor.onlySends = true;
            vendor.recipients.add(recipient("Somebody Inc.", ErasureMode.MANUAL, "operator"));
            Request erasure = other.confirmedErasure();
            other.work(erasure);
            assertTrue(other.view(erasure).external().stream()
                    .anyMatch(task -> task.recipient().equals("Somebody Inc.")));
        }
    }

    @Test
    public void nobodyButThePlatformSpeaksForOthers() {
        vendor("org.vendor.never");
        library.told = new Disclosures(Set.of(), true, List.of());
        FakeHolder plugin = bench.roster.add("org.plugin");
        plugin.told = told(true);
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(List.of("org.vendor.never Inc."), recipients(request));
    }

    private static Recipient recipient(String name, ErasureMode mode, String retention) {
        return new Recipient(
                name, "US", List.of("api.example"), "", mode, "https://x.example", List.of(Purpose.SERVICE), retention);
    }

    @Test
    public void erasesWhatATornOutBundleLeftAndAsksForTheRest() {
        bench.roster.orphaned.add("org.image2ai.library");
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(0, library.things.size());
        assertEquals(RequestState.PENDING_EXTERNAL, bench.state(request));
        ExternalTask task = bench.view(request).external().get(0);
        assertEquals(Externals.ORPHAN, task.mode());
        bench.officers.settle(request.id(), task.id(), "looked at by hand", "officer");
        assertEquals(RequestState.COMPLETE, bench.state(request));
    }
}
