package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.ParameterOutcome.Fate;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.Quote;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.Routing.Strictness;
import org.junit.After;
import org.junit.Test;

/** What becomes of parameters, and what they make a picture cost. */
public class FitTest {
    private final Stage stage = new Stage();

    @After
    public void close() {
        stage.close();
    }

    private static Price price(Price.Unit unit, String credits, Map<String, String> where, String quantity) {
        return new Price(
                Operation.GENERATE,
                unit,
                new BigDecimal(credits),
                Money.of("0.001", "USD"),
                where,
                new BigDecimal(quantity));
    }

    private BigDecimal credits(List<Price> prices, Map<String, Object> parameters) {
        try (Stage one = new Stage()) {
            one.add(Stage.account("p", Map.of()), Fixtures.model(prices), Stage::paint);
            Quote quote = one.router.quote(Stage.request("r", Routing.USUAL, parameters));
            return quote.credits().stripTrailingZeros();
        }
    }

    private static Routing wishes(Strictness strictness, Set<String> vendors, Set<String> regions, String most) {
        return new Routing(
                Optional.empty(),
                strictness,
                vendors,
                regions,
                Optional.ofNullable(most).map(BigDecimal::new),
                Optional.empty());
    }

    @Test
    public void bestEffortChangesWhatAModelLacksAndTheReceiptSaysSo() {
        stage.add("a", "1", (request, session) -> {
            assertEquals(Map.of("seed", 0L), request.parameters());
            assertEquals("512x64", request.size().orElseThrow().toString());
            return Stage.paint(request, session);
        });
        Map<String, Object> given = Map.of("cfg", 7.0, "seed", -3L, "style", "wax", "width", 900L, "height", 33L);
        Routing lax = wishes(Strictness.BEST_EFFORT, Set.of(), Set.of(), null);
        RouteResult result = stage.render(Stage.request("req_1", lax, given));
        Map<String, Fate> fates = new HashMap<>();
        for (ParameterOutcome outcome : result.result().parameters()) {
            fates.put(outcome.name(), outcome.fate());
        }
        assertEquals(
                Map.of(
                        "cfg", Fate.DROPPED,
                        "seed", Fate.CHANGED,
                        "style", Fate.DROPPED,
                        "width", Fate.CHANGED,
                        "height", Fate.CHANGED),
                fates);
        Routing strict = wishes(Strictness.STRICT, Set.of(), Set.of(), null);
        assertThrows(PlatformException.class, () -> stage.render(Stage.request("req_1", strict, given)));
    }

    @Test
    public void bestEffortPrefersAModelThatLacksNothing() {
        stage.add(Stage.account("cheap", Map.of()), Fixtures.withoutParameters("1"), Stage::paint);
        stage.add("dear", "5", Stage::paint);
        Routing lax = wishes(Strictness.BEST_EFFORT, Set.of(), Set.of(), null);
        assertEquals(
                "dear/m",
                stage.router.quote(Stage.request("r", lax, Map.of("seed", 1L))).model());
        assertEquals(
                "cheap/m", stage.router.quote(Stage.request("r", lax, Map.of())).model());
    }

    @Test
    public void pricesGoByParametersStepsAndTokens() {
        List<Price> byStyle = List.of(
                price(Price.Unit.IMAGE, "7", Map.of("style", "oil", "size", "512x512"), "1"),
                price(Price.Unit.IMAGE, "5", Map.of("style", "oil"), "1"),
                price(Price.Unit.TOKEN, "0.001", Map.of(), "4000"));
        assertEquals(new BigDecimal("7"), credits(byStyle, Map.of("style", "oil", "width", 512L, "height", 512L)));
        assertEquals(new BigDecimal("5"), credits(byStyle, Map.of("style", "oil")));
        assertEquals(new BigDecimal("4"), credits(byStyle, Map.of()));
        List<Price> bySteps = List.of(price(Price.Unit.STEP, "0.1", Map.of(), "20"));
        assertEquals(new BigDecimal("2"), credits(bySteps, Map.of()));
        List<Price> onlyOil = byStyle.subList(1, 2);
        PlatformException unknown =
                assertThrows(PlatformException.class, () -> credits(onlyOil, Map.of("style", "ink")));
        assertEquals("no_model_available", unknown.code());
    }
}
