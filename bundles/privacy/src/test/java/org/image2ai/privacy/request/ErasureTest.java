package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Outcome;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ErasureTest {
    private Bench bench;
    private FakeHolder library;
    private FakeHolder accounts;

    @Before
    public void begin() {
        bench = new Bench();
        library = bench.roster.add("org.image2ai.library");
        accounts = bench.roster.add("org.image2ai.accounts");
        library.hold(Bench.ADA, 450);
        accounts.hold(Bench.ADA, 1);
        bench.others.probe = bench.probe(library, accounts);
    }

    @After
    public void end() {
        bench.close();
    }

    private static List<String> words(List<Tally.Line> lines) {
        return lines.stream()
                .map(line -> line.bundle() + " " + line.status() + " " + line.items() + " " + line.untilDay())
                .sorted()
                .toList();
    }

    private List<Tally.Line> done(Request request) {
        return bench.view(request).outcomes().stream()
                .flatMap(one -> one.items().stream())
                .toList();
    }

    @Test
    public void doesWhatThePlanSaid() {
        library.retain("thing-00007", "an open dispute, GDPR Art. 17(3)(e)", LocalDate.of(2099, 12, 31));
        Request request = bench.ask(RequestType.ERASURE, Map.of());
        assertEquals(RequestState.PLANNED, bench.state(request));
        assertEquals("nothing is gone yet", 451, library.things.size() + accounts.things.size());
        List<String> planned = words(bench.view(request).plan().orElseThrow().items());
        bench.confirmedErasure();
        bench.work(request);
        assertEquals(planned, words(done(request)));
        assertEquals(List.of("thing-00007"), List.copyOf(library.things.keySet()));
        assertEquals(RequestState.COMPLETE, bench.state(request));
    }

    @Test
    public void refusesAYesToAnotherPlan() {
        Request request = bench.ask(RequestType.ERASURE, Map.of());
        PlatformException e = assertThrows(
                PlatformException.class, () -> bench.requests.confirm(request.id(), Optional.of("other"), "ada"));
        assertEquals("plan_changed", e.code());
        String digest = bench.view(request).plan().orElseThrow().digest();
        bench.requests.confirm(request.id(), Optional.of(digest), "ada");
    }

    @Test
    public void goesOnWhereItWasAfterAKillBetweenPages() {
        Request request = bench.confirmedErasure();
        int[] erased = {0};
        library.before = item -> {
            if (++erased[0] > 250) {
                throw new Killed();
            }
        };
        assertThrows(Killed.class, () -> bench.worker.step(request.id()));
        assertTrue("a page is gone", library.things.size() < 450);
        assertEquals(RequestState.RUNNING, bench.state(request));
        library.before = item -> {};
        Bench next = bench.restart();
        next.others.probe = bench.probe(library, accounts);
        next.wait(Duration.ofMinutes(1));
        next.work(request);
        assertEquals(RequestState.COMPLETE, next.state(request));
        assertEquals(0, library.things.size());
        assertTrue("it is still fenced", next.fence.isClosed(Bench.ADA));
        next.worker.stop();
    }

    /** Nothing catches it: the process is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    public void isBlockedByNameWhileABundleIsAwayAndGoesOnWhenItIsBack() {
        bench.roster.absent.add("org.image2ai.library");
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.BLOCKED, bench.state(request));
        assertEquals(List.of("org.image2ai.library"), bench.view(request).blockedBy());
        assertEquals("the account goes last", 1, accounts.things.size());
        bench.wait(Duration.ofHours(1));
        bench.work(request);
        assertEquals(RequestState.BLOCKED, bench.state(request));
        bench.roster.absent.clear();
        bench.wait(Duration.ofHours(2));
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(0, library.things.size() + accounts.things.size());
    }

    @Test
    public void neverCountsAFailureAsDone() {
        library.before = item -> {
            if (item.key().equals("thing-00000")) {
                throw new IllegalStateException("locked");
            }
        };
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.RUNNING, bench.state(request));
        assertEquals("all others are gone", 1, library.things.size());
        Map<String, Long> outcomes = done(request).stream()
                .collect(Collectors.groupingBy(Tally.Line::status, Collectors.summingLong(Tally.Line::items)));
        assertEquals(Map.of("ERASED", 449L, "FAILED", 1L), outcomes);
        library.before = item -> {};
        bench.wait(Duration.ofHours(1));
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertTrue(done(request).stream().noneMatch(line -> line.status().equals("FAILED")));
    }

    @Test
    public void findsALiarByItsOwnLook() {
        library.liar = true;
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.VERIFICATION_FAILED, bench.state(request));
        assertEquals(List.of("org.image2ai.library"), bench.view(request).foundIn());
        library.liar = false;
        bench.requests.confirm(request.id(), Optional.empty(), "officer");
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(0, library.things.size());
    }

    @Test
    public void looksAgainAfterAnHourADayAndAWeek() {
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        library.hold(Bench.ADA, 1);
        bench.wait(Duration.ofHours(1).plusMinutes(1));
        bench.work(request);
        assertEquals(RequestState.VERIFICATION_FAILED, bench.state(request));
        library.things.clear();
        bench.wait(Duration.ofHours(25));
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        bench.wait(Duration.ofDays(8));
        bench.work(request);
        long looks = bench.view(request).history().stream()
                .filter(happening ->
                        happening.kind() == EventKind.LOOK_CLEAN || happening.kind() == EventKind.LOOK_FOUND)
                .count();
        assertEquals(4, looks);
    }

    @Test
    public void forgetsTheWordsAfterTheLastLookAndTheChainStillVerifies() {
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(
                "ada",
                bench.evidence
                        .ledger()
                        .of(request.id())
                        .get(0)
                        .details()
                        .get("by")
                        .replace("acc_", ""));
        bench.wait(Duration.ofDays(2));
        bench.work(request);
        bench.wait(Duration.ofDays(8));
        bench.work(request);
        assertEquals(Map.of(), bench.evidence.ledger().of(request.id()).get(0).details());
        assertEquals(
                Optional.empty(), bench.evidence.ledger().verify(request.id()).broken());
        assertEquals(RequestState.COMPLETE, bench.state(request));
    }

    @Test
    public void erasesWhatWasRetainedWhenItsTimeIsOver() {
        LocalDate end = bench.evidence.settings().today().plusDays(30);
        library.retain("thing-00007", "a tax invoice, AO § 147", end);
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(1, library.things.size());
        library.kept.clear();
        bench.wait(Duration.ofDays(32));
        bench.work(request);
        assertEquals(0, library.things.size());
        assertTrue(done(request).stream().noneMatch(line -> line.status().equals("RETAINED")));
    }

    @Test
    public void keepsWhatALegalHoldFreezes() {
        Outcome frozen = Outcome.retained("legal hold case-7", LocalDate.of(2099, 1, 1));
        bench.others.holds =
                (subject, bundle, item) -> item.key().equals("thing-00002") ? Optional.of(frozen) : Optional.empty();
        Request request = bench.confirmedErasure();
        bench.work(request);
        assertEquals(List.of("thing-00002"), List.copyOf(library.things.keySet()));
        assertEquals(RequestState.COMPLETE, bench.state(request));
    }

    @Test
    public void closesTheFenceBeforeAnythingIsDestroyed() {
        Request request = bench.confirmedErasure();
        assertFalse(bench.fence.isClosed(Bench.ADA));
        library.before = item -> {
            assertTrue(bench.fence.isClosed(Bench.ADA));
            assertTrue(
                    new ErasureLog(bench.folder.resolve("erasures.log")).read().containsKey(Bench.ADA));
        };
        bench.work(request);
        assertEquals(0, library.things.size());
        PlatformException e = assertThrows(PlatformException.class, () -> bench.fence.requireOpen(Bench.ADA));
        assertEquals("account_erased", e.code());
    }

    @Test
    public void findsWhatCameInWhileItRan() {
        Request request = bench.confirmedErasure();
        boolean[] late = {false};
        library.before = item -> {
            if (!late[0] && item.key().equals("thing-00449")) {
                late[0] = true;
                library.things.put("thing-00000-late", Bench.ADA);
            }
        };
        bench.work(request);
        assertTrue(late[0]);
        assertEquals(0, library.things.size());
        assertEquals(RequestState.COMPLETE, bench.state(request));
    }
}
