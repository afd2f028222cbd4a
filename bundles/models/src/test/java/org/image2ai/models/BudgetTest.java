package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RouteResult;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What accounts may cost, and how often may be tried again. */
public class BudgetTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Stage> stages = new ArrayList<>();
    private Stage stage = stage(Map.of());
    private Supplier<PlatformException> trouble = () -> null;

    private static ImageModel costing(String dollars) {
        Price price =
                new Price(Operation.GENERATE, Price.Unit.IMAGE, java.math.BigDecimal.ONE, Money.of(dollars, "USD"));
        return Fixtures.model(List.of(price));
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

    @After
    public void close() {
        stages.forEach(Stage::close);
    }

    private Stage stage(Map<String, Object> config) {
        Stage made = new Stage(config);
        stages.add(made);
        return made;
    }

    @Test
    public void theDailyBudgetOutlivesARestartAndEndsWithTheDay() throws Exception {
        Path costs = data.getRoot().toPath().resolve("costs.properties");
        stage = new Stage(Map.of(), costs);
        stages.add(stage);
        Map<String, Object> budget = Map.of("pid", "t~a", "dailyBudget", "0.10");
        stage.add(Stage.account("p", budget), costing("0.04"), troubled());
        manyTry(5);
        assertEquals(2, calls.get());
        stage.close();
        assertTrue(Files.readString(costs).contains("0.08"));
        stage = new Stage(Map.of(), costs);
        stages.add(stage);
        stage.add(Stage.account("p", budget), costing("0.04"), troubled());
        manyTry(5);
        assertEquals(2, calls.get());
        stage.ticker.pass(Duration.ofHours(12));
        manyTry(5);
        assertEquals(4, calls.get());
    }

    @Test
    public void theBudgetTakesWhatTheVendorSaysAndWhatFailuresCost() {
        Map<String, Object> budget = Map.of("dailyBudget", "1");
        stage.add(Stage.account("p", budget), costing("0.01"), (r, s) -> {
            if (calls.incrementAndGet() == 1) {
                throw down().withDetails(Map.of("cost", "0.30", "currency", "USD"));
            }
            RenderResult plain = Stage.paint(r, s);
            return new RenderResult(
                    plain.images(), List.of(), Optional.of(Money.of("0.70", "USD")), Optional.empty(), Map.of());
        });
        stage.add("q", "9", Stage::paint);
        RouteResult first = stage.render(Stage.auto());
        assertEquals("q/m", first.model());
        assertEquals(
                Optional.of(Money.of("0.30", "USD")), first.attempts().get(0).cost());
        RouteResult second = stage.render(Stage.auto());
        assertEquals("p/m", second.model());
        assertEquals(Optional.of(Money.of("0.01", "USD")), second.estimatedCost());
        assertEquals("q/m", stage.render(Stage.auto()).model());
        assertEquals(
                "its daily budget of 1 is spent",
                stage.registry.providers().get(0).note());
    }

    @Test
    public void anOutageIsNotMadeWorseBySecondTries() {
        stage = stage(Map.of("failuresToTrip", 1_000, "tripWindow", 1_000, "retryPercent", 20, "retryBurst", 3));
        for (String id : List.of("a", "b", "c")) {
            stage.add(id, "1", troubled());
        }
        trouble = BudgetTest::down;
        for (int i = 0; i < 100; i++) {
            assertThrows(PlatformException.class, () -> stage.render(Stage.auto()));
        }
        // A first try each, three more at once, and one more for five requests.
        assertTrue(calls + " calls", calls.get() > 110 && calls.get() <= 124);
    }
}
