package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.ParameterOutcome.Fate;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.Quote;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.Routing.Strictness;
import org.image2ai.api.model.RoutingPolicy;
import org.image2ai.api.model.RoutingRestrictions.Restrictions;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

/** Who gets the work among those who could do it. */
public class PoliciesTest {
    private Stage stage = new Stage(Map.of("quality", "good/m, fair/m", "weights", "a/m = 3, z/m = 0"));

    @After
    public void close() {
        stage.close();
    }

    private static Routing routing(RoutingPolicy policy, String conversation) {
        return new Routing(
                Optional.of(policy),
                Strictness.STRICT,
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.ofNullable(conversation));
    }

    private static RouteRequest request(String requestId, Routing routing, Map<String, Object> parameters) {
        CallContext call = Calls.of(Calls.ALICE);
        CallContext context =
                new CallContext(call.account(), new RequestId(requestId), Purpose.SERVICE, call.deadline());
        return new RouteRequest(
                context,
                Operation.GENERATE,
                "auto",
                Optional.of("a fox"),
                List.of(),
                parameters,
                1,
                Optional.empty(),
                "k",
                routing);
    }

    private static RouteRequest request(Routing routing) {
        return request("req_1", routing, Map.of());
    }

    private String taken(RoutingPolicy policy) {
        return stage.router.quote(request(routing(policy, null))).model();
    }

    @Test
    public void cheapestIsTheUsualOneUnlessTheOperatorSaysOtherwise() {
        stage.add("good", "9", Stage::paint);
        stage.add("cheap", "1", Stage::paint);
        assertEquals("cheap/m", stage.router.quote(Stage.auto()).model());
        try (Stage other = new Stage(Map.of("policy", "quality", "quality", "good/m"))) {
            other.add("good", "9", Stage::paint);
            other.add("cheap", "1", Stage::paint);
            assertEquals("good/m", other.router.quote(Stage.auto()).model());
            assertEquals(
                    "cheap/m",
                    other.router
                            .quote(request(routing(RoutingPolicy.CHEAPEST, null)))
                            .model());
        }
        assertThrows(IllegalArgumentException.class, () -> new Policies(Fixtures.config(Map.of("policy", "best"))));
        assertThrows(IllegalArgumentException.class, () -> new Policies(Fixtures.config(Map.of("weights", "a/m"))));
    }

    @Test
    public void qualityGoesByTheOperatorsRanking() {
        stage.add("other", "1", Stage::paint);
        stage.add("fair", "5", Stage::paint);
        assertEquals("fair/m", taken(RoutingPolicy.QUALITY));
        stage.add("good", "9", Stage::paint);
        RouteResult result = stage.render(request(routing(RoutingPolicy.QUALITY, null)));
        assertEquals("good/m", result.model());
        assertEquals("first by the policy quality", result.attempts().get(0).reason());
    }

    @Test
    public void fastestGoesByWhatPicturesOfThatSizeTookLately() {
        stage.add("a", "1", Stage::paint);
        stage.add("b", "2", Stage::paint);
        health("a").took(100, 900);
        health("b").took(100, 300);
        assertEquals("b/m", taken(RoutingPolicy.FASTEST));
        health("b").took(100, 9_000);
        assertEquals("a/m", taken(RoutingPolicy.FASTEST));
        health("a").took(9_000_000, 1);
        assertEquals("a/m", taken(RoutingPolicy.FASTEST));
        health("a").took(100, 90_000);
        assertEquals("b/m", taken(RoutingPolicy.FASTEST));
    }

    private Health health(String id) {
        return stage.registry
                .snapshot()
                .find(id + "/m")
                .orElseThrow()
                .places()
                .get(0)
                .health(Operation.GENERATE);
    }

    @Test
    public void weightedGoesByLotInTheOperatorsProportionsAndTheSameForOneRequest() {
        stage.add("a", "1", Stage::paint);
        stage.add("b", "9", Stage::paint);
        stage.add("z", "1", Stage::paint);
        Map<String, Integer> taken = new HashMap<>();
        Routing weighted = routing(RoutingPolicy.WEIGHTED, null);
        for (int i = 0; i < 1_000; i++) {
            RouteRequest request = request("req_" + i, weighted, Map.of());
            String first = stage.router.quote(request).model();
            assertEquals(first, stage.router.quote(request).model());
            taken.merge(first, 1, Integer::sum);
        }
        assertEquals(Set.of("a/m", "b/m"), taken.keySet());
        assertTrue(taken.toString(), taken.get("a/m") > 690 && taken.get("a/m") < 810);
    }

    @Test
    public void stickyStaysWithTheModelOfTheConversation() {
        stage.add("b", "2", Stage::paint);
        RouteRequest first = request(routing(RoutingPolicy.STICKY, "cats"));
        assertEquals("b/m", stage.render(first).model());
        stage.add("a", "1", Stage::paint);
        assertEquals("b/m", stage.render(first).model());
        assertEquals(
                "a/m",
                stage.render(request(routing(RoutingPolicy.STICKY, "dogs"))).model());
        RouteRequest others = new RouteRequest(
                Calls.of(new AccountId("acc_OTHER")),
                first.operation(),
                "auto",
                first.prompt(),
                List.of(),
                Map.of(),
                1,
                Optional.empty(),
                "k",
                first.routing());
        assertEquals("a/m", stage.render(others).model());
    }

    @Test
    public void localFirstKeepsItHereWhereItCan() {
        stage.add("far", "1", Stage::paint);
        stage.add(Stage.account("here", Map.of("local", true)), Fixtures.model("9"), Stage::paint);
        assertEquals("here/m", taken(RoutingPolicy.LOCAL_FIRST));
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

    private PlatformException refusal(Routing routing) {
        return assertThrows(PlatformException.class, () -> stage.router.quote(request(routing)));
    }

    @Test
    public void whatARequestExcludesIsNotAsked() {
        stage.add(Stage.account("a", Map.of("vendor", "Acme")), Fixtures.inRegion("US", "1"), Stage::paint);
        stage.add(Stage.account("b", Map.of("vendor", "Bravo")), Fixtures.inRegion("DE", "2"), Stage::paint);
        stage.add(
                Stage.account("c", Map.of("vendor", "Here", "local", true)),
                Fixtures.inRegion("local", "3"),
                Stage::paint);
        assertEquals("b/m", quoted(wishes(Strictness.STRICT, Set.of("acme"), Set.of(), null)));
        assertEquals("b/m", quoted(wishes(Strictness.STRICT, Set.of("a"), Set.of(), null)));
        assertEquals("b/m", quoted(wishes(Strictness.STRICT, Set.of(), Set.of("DE"), null)));
        assertEquals("c/m", quoted(wishes(Strictness.STRICT, Set.of(), Set.of("FR"), null)));
        PlatformException all = refusal(wishes(Strictness.STRICT, Set.of("Acme", "Bravo", "Here"), Set.of(), null));
        assertEquals("routing_excludes_model", all.code());
        assertEquals(Optional.of("routing.excludeVendors"), all.field());
        assertEquals(
                "price_ceiling",
                refusal(wishes(Strictness.STRICT, Set.of(), Set.of(), "0.5")).code());
    }

    private String quoted(Routing routing) {
        return stage.router.quote(request(routing)).model();
    }

    @Test
    public void whatAnAccountObjectedToIsNeverAskedAndTheRefusalSaysWhy() {
        stage.add(Stage.account("a", Map.of("vendor", "Acme")), Fixtures.inRegion("US", "1"), Stage::paint);
        stage.add(Stage.account("b", Map.of("vendor", "Bravo")), Fixtures.inRegion("DE", "2"), Stage::paint);
        stage.router.restrictions = account -> new Restrictions(Set.of("ACME"), false, Set.of());
        assertEquals("b/m", stage.router.quote(Stage.auto()).model());
        assertEquals("b/m", stage.render(Stage.auto()).model());
        stage.router.restrictions = account -> new Restrictions(Set.of(), false, Set.of("de"));
        assertEquals("a/m", stage.router.quote(Stage.auto()).model());
        PlatformException region = assertThrows(PlatformException.class, () -> stage.router.quote(Stage.named("b/m")));
        assertEquals("routing_restricted", region.code());
        assertTrue(region.getMessage(), region.getMessage().contains("objected to the region DE"));
        stage.router.restrictions = account -> new Restrictions(Set.of(), true, Set.of());
        PlatformException all = assertThrows(PlatformException.class, () -> stage.render(Stage.auto()));
        assertTrue(all.getMessage(), all.getMessage().contains("objected to processing by third parties"));
        stage.add(Stage.account("c", Map.of("local", true)), Fixtures.inRegion("local", "3"), Stage::paint);
        assertEquals("c/m", stage.render(Stage.auto()).model());
        stage.router.restrictions =
                account -> account.equals(Calls.BOB) ? new Restrictions(Set.of(), true, Set.of()) : Restrictions.NONE;
        assertEquals("a/m", stage.router.quote(Stage.auto()).model());
    }

    @Test
    public void whileObjectionsCannotBeReadNothingIsRouted() {
        stage.add("a", "1", Stage::paint);
        stage.router.restrictions = account -> {
            throw PlatformException.internal("not_ready", "not loaded yet", null);
        };
        assertThrows(PlatformException.class, () -> stage.render(Stage.auto()));
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
        RouteResult result = stage.render(request("req_1", lax, given));
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
        assertThrows(PlatformException.class, () -> stage.render(request("req_1", strict, given)));
    }

    @Test
    public void bestEffortPrefersAModelThatLacksNothing() {
        stage.add(Stage.account("cheap", Map.of()), Fixtures.withoutParameters("1"), Stage::paint);
        stage.add("dear", "5", Stage::paint);
        Routing lax = wishes(Strictness.BEST_EFFORT, Set.of(), Set.of(), null);
        assertEquals(
                "dear/m",
                stage.router.quote(request("r", lax, Map.of("seed", 1L))).model());
        assertEquals("cheap/m", stage.router.quote(request("r", lax, Map.of())).model());
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
            Quote quote = one.router.quote(request("r", Routing.USUAL, parameters));
            return quote.credits().stripTrailingZeros();
        }
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
