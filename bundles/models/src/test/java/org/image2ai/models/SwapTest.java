package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.RoutingRestrictions.Restrictions;
import org.image2ai.tck.model.RecordingRenderSession;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.ServiceReference;

/** Bundles that are put in, replaced and removed while renderings run. */
public class SwapTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Stage stage = new Stage();
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @After
    public void close() {
        release.countDown();
        people.shutdownNow();
        stage.close();
    }

    private Fixtures.Behaviour noting(String name) {
        return (request, session) -> {
            ran.add(name);
            return Stage.paint(request, session);
        };
    }

    /** Renders when it is let. */
    private Fixtures.Behaviour waiting(String name) {
        return (request, session) -> {
            ran.add(name);
            begun.countDown();
            release.await();
            return Stage.paint(request, session);
        };
    }

    private ServiceReference<ImageModelProvider> version(long bundle, String version, Fixtures.Behaviour behaviour) {
        return stage.add(
                Fixtures.bundle(bundle, version),
                Stage.account("p", Map.of("pid", "test~main")),
                Fixtures.provider(Fixtures.model("1"), behaviour));
    }

    private String failure() {
        return assertThrows(PlatformException.class, () -> stage.render(Stage.named("p/m")))
                .code();
    }

    private Future<RouteResult> begin(RecordingRenderSession session) throws Exception {
        Future<RouteResult> running = people.submit(() -> stage.router.render(Stage.named("p/m"), session));
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        return running;
    }

    private static String code(Future<?> running) {
        Exception e = assertThrows(Exception.class, () -> running.get(10, TimeUnit.SECONDS));
        return ((PlatformException) e.getCause()).code();
    }

    @Test
    public void theNewerOfTwoVersionsGetsNewWorkAndTheCatalogueListsItOnce() {
        version(2, "1.1.0", noting("new"));
        version(1, "1.0.0", noting("old"));
        stage.render(Stage.named("p/m"));
        assertEquals(List.of("new"), ran);
        assertEquals(1, stage.registry.models().size());
        assertEquals(2, stage.registry.providers().size());
    }

    @Test
    public void aRetiredBundleGetsNoWorkWhileAnotherCanDoItAndSomeWhenNobodyElseCan() {
        stage.host.retire(2);
        ServiceReference<ImageModelProvider> old = version(1, "1.0.0", noting("old"));
        version(2, "1.1.0", noting("new"));
        stage.render(Stage.named("p/m"));
        assertEquals(List.of("old"), ran);
        stage.registry.removeProvider(old);
        stage.render(Stage.named("p/m"));
        assertEquals(List.of("old", "new"), ran);
        stage.host.restore(2);
        assertEquals("HEALTHY", stage.host.instances(2).get(0).health());
        assertEquals("", stage.host.instances(2).get(0).note());
    }

    @Test
    public void anotherModelIsTakenBeforeARetiredOneThoughItIsDearer() {
        version(1, "1.0.0", noting("cheap"));
        stage.add(
                Fixtures.bundle(7, "1.0.0"),
                Stage.account("q", Map.of()),
                Fixtures.provider(Fixtures.model("5"), noting("dear")));
        stage.host.retire(1);
        assertEquals("q/m", stage.render(Stage.auto()).model());
    }

    @Test
    public void whatRunsInARetiredBundleGoesOnToItsEnd() throws Exception {
        version(1, "1.0.0", waiting("old"));
        Future<RouteResult> running = begin(new RecordingRenderSession());
        version(2, "1.1.0", noting("new"));
        stage.host.retire(1);
        assertEquals(1, stage.host.instances(1).get(0).inFlight());
        Future<Integer> drained = people.submit(() -> stage.host.drain(1, LONG));
        stage.render(Stage.named("p/m"));
        assertFalse(drained.isDone());
        release.countDown();
        assertEquals("p/m", running.get(10, TimeUnit.SECONDS).model());
        assertEquals(Integer.valueOf(0), drained.get(10, TimeUnit.SECONDS));
        assertEquals(List.of("old", "new"), ran);
    }

    @Test
    public void whatWaitsForAPermitOfARetiredBundleMovesToTheOther() throws Exception {
        Stage narrow = new Stage(Map.of("maxConcurrent", 1, "waitSeconds", 20));
        try (narrow) {
            narrow.add(
                    Fixtures.bundle(1, "1.0.0"),
                    Stage.account("p", Map.of()),
                    Fixtures.provider(Fixtures.model("1"), waiting("old")));
            Future<RouteResult> first = people.submit(() -> narrow.render(Stage.named("p/m")));
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            Future<RouteResult> second = people.submit(() -> narrow.render(Stage.named("p/m")));
            LiveProvider old = narrow.registry.of(1).get(0);
            Until.holds(() -> old.workload().load() == 2);
            assertFalse(narrow.router.isBusy(Operation.GENERATE, "p/m"));
            old.workload().comes();
            assertTrue(narrow.router.isBusy(Operation.GENERATE, "p/m"));
            assertTrue(narrow.router.isBusy(Operation.GENERATE, "auto"));
            assertFalse(narrow.router.isBusy(Operation.UPSCALE, "auto"));
            narrow.add(
                    Fixtures.bundle(2, "1.1.0"),
                    Stage.account("p", Map.of()),
                    Fixtures.provider(Fixtures.model("1"), noting("new")));
            narrow.host.retire(1);
            assertEquals(1, second.get(10, TimeUnit.SECONDS).attempts().size());
            assertFalse(first.isDone());
            assertEquals(List.of("old", "new"), ran);
        }
    }

    @Test
    public void whatIsLeftAfterTheDrainIsGivenBack() throws Exception {
        version(1, "1.0.0", waiting("old"));
        Future<RouteResult> running = begin(new RecordingRenderSession());
        stage.host.retire(1);
        assertEquals(1, stage.host.drain(1, Duration.ofMillis(10)));
        assertEquals("provider_gone", code(running));
        assertEquals("provider_gone", failure());
        stage.host.restore(1);
        release.countDown();
        stage.render(Stage.named("p/m"));
    }

    @Test
    public void whatRunsWhenItsServiceLeavesIsGivenBackAndItsFailuresAreNot() throws Exception {
        ServiceReference<ImageModelProvider> leaving = version(1, "1.0.0", (request, session) -> {
            session.checkpoint("task-7");
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        RecordingRenderSession session = new RecordingRenderSession();
        Future<RouteResult> running = begin(session);
        stage.registry.removeProvider(leaving);
        assertEquals("provider_gone", code(running));
        CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
        version(2, "1.1.0", (request, s) -> {
            seen.complete(s.checkpoint());
            return Stage.paint(request, s);
        });
        stage.router.render(Stage.named("p/m"), session);
        assertEquals(Optional.of("task-7"), seen.join());
    }

    @Test
    public void whatABundleDoesWhileItIsStoppedIsNoFailure() {
        AtomicBoolean active = new AtomicBoolean(true);
        Origin origin = new Origin(1, "test", org.osgi.framework.Version.emptyVersion, active::get);
        stage.add(origin, Stage.account("p", Map.of()), Fixtures.provider(Fixtures.model("1"), (request, session) -> {
            active.set(false);
            throw new IllegalStateException("the client is closed");
        }));
        assertEquals("provider_gone", failure());
    }

    @Test
    public void aModelThatIsGoneStaysValidForAWhileAndItsJobsWait() {
        stage.ticker.pass(Duration.ofMinutes(5));
        ServiceReference<ImageModelProvider> leaving = version(1, "1.0.0", noting("old"));
        stage.registry.removeProvider(leaving);
        assertTrue(stage.registry.models().isEmpty());
        assertTrue(stage.registry.find("p/m").isPresent());
        assertEquals("p/m", stage.router.quote(Stage.named("p/m")).model());
        assertEquals("p/m", stage.router.quote(Stage.auto()).model());
        stage.router.restrictions = account -> new Restrictions(Set.of("Test"), false, Set.of());
        PlatformException objected =
                assertThrows(PlatformException.class, () -> stage.router.quote(Stage.named("p/m")));
        assertEquals("routing_restricted", objected.code());
        stage.router.restrictions = null;
        assertEquals("provider_gone", failure());
        stage.ticker.pass(Duration.ofSeconds(61));
        assertEquals("unknown_model", failure());
        assertTrue(stage.registry.find("p/m").isEmpty());
        assertThrows(PlatformException.class, () -> stage.router.quote(Stage.named("p/m")));
    }

    @Test
    public void afterAStartJobsWaitForModelsThatAreNotThereYet() {
        assertEquals("provider_gone", failure());
        stage.ticker.pass(Duration.ofSeconds(61));
        assertEquals("unknown_model", failure());
    }

    @Test
    public void workThatAnotherAccountBeganIsNotDoneTwiceWhileThatIsAway() {
        stage.ticker.pass(Duration.ofMinutes(5));
        ServiceReference<ImageModelProvider> main = stage.add(
                Stage.account("p", Map.of("pid", "test~main", "priority", 1)), Fixtures.model("1"), (r, s) -> {
                    s.checkpoint("task-1");
                    throw PlatformException.upstream("interrupted", "stopping", true);
                });
        RecordingRenderSession session = new RecordingRenderSession();
        assertThrows(PlatformException.class, () -> stage.router.render(Stage.named("p/m"), session));
        stage.add(Stage.account("p", Map.of("pid", "test~other", "priority", 9)), Fixtures.model("1"), noting("other"));
        stage.registry.removeProvider(main);
        PlatformException away =
                assertThrows(PlatformException.class, () -> stage.router.render(Stage.named("p/m"), session));
        assertEquals("provider_gone", away.code());
        stage.add(Stage.account("p", Map.of("pid", "test~main")), Fixtures.model("1"), noting("main"));
        stage.router.render(Stage.named("p/m"), session);
        assertEquals(List.of("main"), ran);
    }

    @Test
    public void tenSwapsUnderLoadLoseNothing() throws Exception {
        ServiceReference<ImageModelProvider> current = version(1, "1.0.0", Stage::paint);
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            callers.add(people.submit(() -> {
                int calls = 0;
                while (!stop.get()) {
                    stage.render(Stage.named("p/m"));
                    calls++;
                }
                return calls;
            }));
        }
        for (int bundle = 2; bundle <= 11; bundle++) {
            ServiceReference<ImageModelProvider> next = version(bundle, "1.0." + bundle, Stage::paint);
            stage.host.retire(bundle - 1);
            assertEquals(0, stage.host.drain(bundle - 1, LONG));
            stage.registry.removeProvider(current);
            current = next;
        }
        stop.set(true);
        for (Future<Integer> caller : callers) {
            assertTrue(caller.get(10, TimeUnit.SECONDS) > 0);
        }
    }
}
