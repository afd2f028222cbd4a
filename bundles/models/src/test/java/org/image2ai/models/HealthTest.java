package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ProviderStatus;
import org.image2ai.api.model.RouteResult;
import org.junit.After;
import org.junit.Test;

/** What failures, limits and costs mean for the next calls. */
public class HealthTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Stage> stages = new ArrayList<>();
    private Stage stage = stage(Map.of("failuresToTrip", 5));
    private Supplier<PlatformException> trouble = () -> null;

    @After
    public void close() {
        stages.forEach(Stage::close);
    }

    private Stage stage(Map<String, Object> config) {
        Stage made = new Stage(config);
        stages.add(made);
        return made;
    }

    private Fixtures.Behaviour troubled() {
        return (request, session) -> {
            calls.incrementAndGet();
            PlatformException now = trouble.get();
            if (now != null) {
                throw now;
            }
            return Stage.paint(request, session);
        };
    }

    private static PlatformException down() {
        return PlatformException.upstream("vendor_down", "down", true);
    }

    private void manyTry(int times) {
        for (int i = 0; i < times; i++) {
            try {
                stage.render(Stage.named("p/m"));
            } catch (PlatformException e) {
                // what it is tried for
            }
        }
    }

    private String failure() {
        return assertThrows(PlatformException.class, () -> stage.render(Stage.named("p/m")))
                .code();
    }

    @Test
    public void aDeadVendorGetsNoMoreThanFiveCallsAndIsBackTwoSecondsAfterItsRecovery() {
        stage.add("p", "1", troubled());
        trouble = HealthTest::down;
        manyTry(50);
        assertEquals(5, calls.get());
        stage.ticker.pass(Duration.ofMillis(1_999));
        assertEquals("no_model_available", failure());
        assertEquals(5, calls.get());
        stage.ticker.pass(Duration.ofMillis(1));
        manyTry(50);
        assertEquals(6, calls.get());
        trouble = () -> null;
        stage.ticker.pass(Duration.ofSeconds(2));
        manyTry(50);
        assertEquals(56, calls.get());
    }

    @Test
    public void onlyOneProbeIsMadeAtATime() throws Exception {
        CountDownLatch probing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        stage.add("p", "1", (request, session) -> {
            if (calls.incrementAndGet() <= 5) {
                throw down();
            }
            probing.countDown();
            release.await();
            return Stage.paint(request, session);
        });
        manyTry(5);
        stage.ticker.pass(Duration.ofSeconds(2));
        ExecutorService people = Executors.newSingleThreadExecutor();
        Future<RouteResult> probe = people.submit(() -> stage.render(Stage.named("p/m")));
        assertTrue(probing.await(10, TimeUnit.SECONDS));
        assertEquals("no_model_available", failure());
        release.countDown();
        probe.get(10, TimeUnit.SECONDS);
        people.shutdown();
        stage.render(Stage.named("p/m"));
        assertEquals(7, calls.get());
    }

    @Test
    public void oneThatFailsTooOftenRestsThoughNeverInARow() {
        stage = stage(Map.of("failuresToTrip", 100, "tripPercent", 50, "tripWindow", 10));
        stage.add("p", "1", troubled());
        trouble = () -> calls.get() % 3 == 0 ? null : down();
        manyTry(50);
        assertTrue(calls + " calls", calls.get() < 15);
        assertEquals(
                ProviderStatus.Health.FAILING, stage.registry.providers().get(0).health());
    }

    @Test
    public void oneModelThatFailsTakesNoOtherOfItsAccountWithIt() {
        stage.add("p", "1", troubled());
        trouble = HealthTest::down;
        manyTry(5);
        ImageModel other = Fixtures.named("other", "1");
        stage.add(Stage.account("p", Map.of()), other, Stage::paint);
        assertEquals("p/other", stage.render(Stage.named("p/other")).model());
        assertEquals("p/other", stage.render(Stage.auto()).model());
        assertEquals("no_model_available", failure());
    }

    @Test
    public void whatIsAtItsLimitRestsAsLongAsTheVendorSays() {
        stage.add("p", "1", troubled());
        stage.add("q", "2", Stage::paint);
        trouble = () -> PlatformException.exhausted("vendor_rate_limit", "slow down", true)
                .retryAfter(Duration.ofSeconds(30));
        assertEquals("q/m", stage.render(Stage.auto()).model());
        trouble = () -> null;
        stage.ticker.pass(Duration.ofSeconds(29));
        assertEquals("q/m", stage.render(Stage.auto()).model());
        stage.ticker.pass(Duration.ofSeconds(1));
        assertEquals("p/m", stage.render(Stage.auto()).model());
    }

    @Test
    public void anAccountWhoseQuotaIsUsedUpIsOutForMinutesAndItsTwinTakesItsWork() {
        stage.add(Stage.account("p", Map.of("pid", "t~a", "priority", 2)), Fixtures.model("1"), troubled());
        AtomicInteger twin = new AtomicInteger();
        stage.add(Stage.account("p", Map.of("pid", "t~b", "priority", 1)), Fixtures.model("1"), (r, s) -> {
            twin.incrementAndGet();
            return Stage.paint(r, s);
        });
        trouble = () -> PlatformException.exhausted("vendor_quota", "used up", false);
        manyTry(3);
        assertEquals(1, calls.get());
        assertEquals(3, twin.get());
        assertEquals(
                "its quota at the vendor is used up (vendor_quota)",
                stage.registry.providers().get(0).note());
        trouble = () -> null;
        stage.ticker.pass(Duration.ofMinutes(10));
        manyTry(1);
        assertEquals(2, calls.get());
    }

    @Test
    public void anAccountThatItsVendorDoesNotKnowIsOutUntilItIsConfiguredAnew() {
        var reference = stage.add("p", "1", troubled());
        trouble = () -> PlatformException.upstream("vendor_auth", "401", false);
        manyTry(10);
        assertEquals(1, calls.get());
        ProviderStatus status = stage.registry.providers().get(0);
        assertEquals(ProviderStatus.Health.FAILING, status.health());
        assertTrue(status.note(), status.note().contains("vendor_auth"));
        stage.ticker.pass(Duration.ofDays(2));
        assertEquals("no_model_available", failure());
        stage.registry.removeProvider(reference);
        trouble = () -> null;
        stage.add("p", "1", troubled());
        stage.render(Stage.named("p/m"));
    }

    @Test
    public void workGoesByPriorityThenToTheHealthierThenToTheLessBusy() {
        List<String> ran = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            stage.add(Stage.account("p", Map.of("pid", "t~" + name)), Fixtures.model("1"), (r, s) -> {
                ran.add(name);
                if (ran.size() == 1) {
                    // While it works, the other is the less busy one.
                    stage.render(Stage.named("p/m"));
                }
                return Stage.paint(r, s);
            });
        }
        stage.render(Stage.named("p/m"));
        assertEquals(2, ran.stream().distinct().count());
        stage.add(Stage.account("p", Map.of("pid", "t~c", "priority", 1)), Fixtures.model("1"), (r, s) -> {
            ran.add("c");
            throw down();
        });
        manyTry(8);
        assertEquals(5, ran.stream().filter("c"::equals).count());
        assertEquals(15, ran.size());
    }

    @Test
    public void anAccountMayBeGivenMoreTimeAndMorePlacesThanOthers() {
        stage = stage(Map.of("timeoutSeconds", 1));
        stage.add(Stage.account("p", Map.of("timeoutSeconds", 7, "maxConcurrent", 3)), Fixtures.model("1"), troubled());
        LiveProvider provider = stage.registry.of(1).get(0);
        assertEquals(Duration.ofSeconds(7), provider.timeout());
        assertEquals(3, provider.permits().availablePermits());
    }
}
